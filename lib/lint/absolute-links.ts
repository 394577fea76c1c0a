import { siteOrigin } from '@/lib/urls'
import { site } from '@/site.config'
import type { Rule } from './rule'

/** An address with a host in it breaks in previews, on a new domain, and for readers of a local copy. */
export const ownAddress: Rule = {
  name: 'own-address',
  find: ({ bodyWithoutCode: plain, bodyStart: start }) => {
    const found = Array.from(plain.matchAll(ownHosts()), ({ 0: address, index }) => ({ address, index }))
    return found.map(({ address, index }) => ({
      at: index,
      message: `"${address}" is this site. Write the path alone: /…`,
      // Only where a path does the same: in running text it would be no link.
      fix: /(?:\]\(<?|^ {0,3}\[[^\]\n]*\]:\s*<?|=["'])$/.test(
        plain
          .slice(Math.max(0, index - 300), index)
          .split('\n')
          .at(-1) ?? '',
      )
        ? [
            {
              from: start + index,
              to: start + index + address.length,
              text: /^[/]/.test(plain.slice(index + address.length)) ? '' : '/',
            },
          ]
        : undefined,
    }))
  },
}

function ownHosts(): RegExp {
  const hosts = new Set(
    [siteOrigin(), site.fallbackOrigin].map((url) => new URL(url).host.replace(/^www\./, '')),
  )
  const any = [...hosts].map((host) => host.replace(/[.:]/g, '\\$&')).join('|')
  return new RegExp(`https?://(?:www\\.)?(?:${any})(?![\\w.:-])`, 'gi')
}
