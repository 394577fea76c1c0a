import { absoluteUrl, isPublicDeployment, newsSitemapPath, sitemapPath } from '@/lib/urls'

/**
 * robots.txt. The lite edition and results of a search are not forbidden here: they say noindex, which a crawler only
 * reads on a page it may fetch. A deployment that is not public is closed.
 */
export function writeRobotsTxt(): string {
  if (!isPublicDeployment()) return 'User-agent: *\nDisallow: /\n'
  return [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /preview/',
    '',
    `Sitemap: ${absoluteUrl(sitemapPath())}`,
    `Sitemap: ${absoluteUrl(newsSitemapPath())}`,
    '',
  ].join('\n')
}
