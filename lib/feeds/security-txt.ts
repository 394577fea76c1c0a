import { absoluteUrl, securityPath } from '@/lib/urls'
import { site } from '@/site.config'

/**
 * security.txt (RFC 9116): where to report a weakness of the site. It has to expire, so that nobody writes to an address
 * that was given up: half a year after the month of `now`, which a site that runs always renews.
 */
export function writeSecurityTxt(now: number): string {
  const [year, month] = [new Date(now).getUTCFullYear(), new Date(now).getUTCMonth()]
  return [
    `Contact: ${site.securityContact}`,
    `Expires: ${new Date(Date.UTC(year, month + 6)).toISOString()}`,
    `Preferred-Languages: ${site.language}`,
    `Canonical: ${absoluteUrl(securityPath())}`,
    '',
  ].join('\n')
}
