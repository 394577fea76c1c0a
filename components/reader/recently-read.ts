import { offlineCaches } from '@/lib/offline-caches'
import { readSavedPosts, type SavedPost } from './saved-posts'
import { postToWorker } from './service-worker'
import { parseHtml } from './trusted-types'

/** The posts read most recently, newest first, from the service worker's cache, without those that are also saved. */
export async function recentlyReadPosts(): Promise<SavedPost[]> {
  if (!('caches' in window)) return []
  const cache = await caches.open(offlineCaches.read.cache)
  const saved = new Set(readSavedPosts().map(({ path }) => path))
  const requests = (await cache.keys()).toReversed().filter(({ url }) => !saved.has(new URL(url).pathname))
  return Promise.all(
    requests.map(async (request) => {
      const html = await (await cache.match(request))?.text()
      const page = parseHtml(html ?? '')
      const text = (selector: string) => page.querySelector(selector)?.textContent ?? ''
      return {
        path: new URL(request.url).pathname,
        title: text('h1'),
        standfirst: text('.article-standfirst'),
      }
    }),
  )
}

/** Fetches saved posts again that are not in the cache: the worker was not running yet, or the browser evicted them. */
export async function refetchMissingPages() {
  if (!('caches' in window)) return
  const cache = await caches.open(offlineCaches.saved.cache)
  for (const { path } of readSavedPosts()) if (!(await cache.match(path))) postToWorker({ save: path })
}
