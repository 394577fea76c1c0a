import type { NewsMediaOrganization } from 'schema-dts'
import { absoluteUrl, articlePath, homePath } from '@/lib/urls'
import { site } from '@/site.config'

export const publisherId = () => `${absoluteUrl(homePath())}/#publisher`

/** The publication as search engines know it, with its logo and the pages its policies stand on. */
export function publisherJsonLd(): NewsMediaOrganization {
  const { logo, policies } = site
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(),
    name: site.name,
    description: site.description,
    url: absoluteUrl(homePath()),
    logo: {
      '@type': 'ImageObject',
      url: absoluteUrl(logo.src),
      width: pixels(logo.width),
      height: pixels(logo.height),
    },
    publishingPrinciples: absoluteUrl(articlePath(policies.ethics)),
    ethicsPolicy: absoluteUrl(articlePath(policies.ethics)),
    correctionsPolicy: absoluteUrl(articlePath(policies.corrections)),
    masthead: absoluteUrl(articlePath(policies.masthead)),
  }
}

/** A length as schema.org writes it. */
export const pixels = (length: number) => `${length} px`
