import { absolute, isPublicDeployment, newsSitemapPath, sitemapPath } from '@/lib/urls'

/**
 * robots.txt. The lite edition and results of a search are not forbidden here: they say noindex, which a crawler only
 * reads on a page it may fetch. A deployment that is not public is closed.
 */
export function robotsTxt(): string {
  if (!isPublicDeployment()) return 'User-agent: *\nDisallow: /\n'
  return [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /preview/',
    '',
    `Sitemap: ${absolute(sitemapPath())}`,
    `Sitemap: ${absolute(newsSitemapPath())}`,
    '',
  ].join('\n')
}
