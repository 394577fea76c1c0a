import type { NewsMediaOrganization } from 'schema-dts'
import { absolute, articlePath, homePath } from '@/lib/urls'
import { site } from '@/site.config'

export const publisherId = () => `${absolute(homePath())}/#publisher`

/** The publication as search engines know it, with its logo and the pages its policies stand on. */
export function publisher(): NewsMediaOrganization {
  const { logo, policies } = site
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(),
    name: site.name,
    description: site.description,
    url: absolute(homePath()),
    logo: {
      '@type': 'ImageObject',
      url: absolute(logo.src),
      width: pixels(logo.width),
      height: pixels(logo.height),
    },
    publishingPrinciples: absolute(articlePath(policies.ethics)),
    ethicsPolicy: absolute(articlePath(policies.ethics)),
    correctionsPolicy: absolute(articlePath(policies.corrections)),
    masthead: absolute(articlePath(policies.masthead)),
  }
}

/** A length as schema.org writes it. */
export const pixels = (length: number) => `${length} px`
