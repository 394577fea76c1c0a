import { absoluteUrl, openSearchPath, searchPath, suggestPath } from '@/lib/urls'
import { site } from '@/site.config'
import { element, elementWith, xmlDeclaration } from './xml'

/** The OpenSearch 1.1 description, from which browsers learn the site's search. */
export function writeOpenSearch(): string {
  const children = [
    // The format allows sixteen characters here.
    element('ShortName', Array.from(site.name).slice(0, 16).join('')),
    element('Description', Array.from(site.description).slice(0, 1024).join('')),
    element('InputEncoding', 'UTF-8'),
    element('Language', site.language),
    element('Image', absoluteUrl('/favicon.ico'), { width: 32, height: 32, type: 'image/x-icon' }),
    element('Url', undefined, {
      type: 'text/html',
      template: `${absoluteUrl(searchPath())}?q={searchTerms}`,
    }),
    element('Url', undefined, {
      type: 'application/x-suggestions+json',
      template: `${absoluteUrl(suggestPath())}?q={searchTerms}`,
    }),
    element('Url', undefined, {
      type: 'application/opensearchdescription+xml',
      rel: 'self',
      template: absoluteUrl(openSearchPath()),
    }),
  ]
  return `${xmlDeclaration}${elementWith('OpenSearchDescription', children, { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' })}\n`
}
