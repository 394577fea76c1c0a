import { feedPath, homePath } from '@/lib/urls'
import { assetPath, type FileCopier, isFilePath } from './file-copies'
import type { ResolveUrl } from './links'
import type { Report } from './report'
import { resolveOwnUrl, type UrlMap } from './url-map'

export type OldSite = { origin: string; baseurl: string; urlMap: UrlMap; fileCopier: FileCopier }

/**
 * Where an address of the old site leads now: to a story that came along, or to a picture or file that did. What is not
 * there is told. `address` is the one of the text it stands in, from which short forms (`../chips`) count.
 */
export function createUrlResolver(
  { origin, baseurl, urlMap: book, fileCopier: shelf }: OldSite,
  address: string,
  say: Report,
): ResolveUrl {
  return (url, kind, at) => {
    const target = resolveOwnUrl(url, { origin, baseurl, address })
    if (!target) return undefined
    const { path, rest, isAbsolute } = target
    const story = book.find(path)
    if (story) return story + rest
    if (kind === 'picture' || isFilePath(path)) {
      const here = shelf.use(path)
      if (here) return here
      say(at, 'image', `${path} is not in the folder of the old site.`)
      return isAbsolute || !isFilePath(path) ? undefined : assetPath(path)
    }
    const where = isAbsolute ? 'to the old site' : 'nowhere'
    if (!isOfTheSite(path)) say(at, 'link', `${path} was not imported: this link leads ${where}.`)
    return isAbsolute || url.startsWith('/') ? undefined : path + rest
  }
}

/** The front page and the feed are where they were. */
const isOfTheSite = (path: string) => path === homePath() || path === feedPath()
