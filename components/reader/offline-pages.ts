import { keptPages } from '@/lib/offline-cache'
import { type SavedStory, savedStories } from './saved-posts'
import { readDocument } from './trusted-types'
import { tellWorker } from './worker'

/** The stories opened last, newest first, as the worker keeps them; without those that are saved anyway. */
export async function storiesReadLately(): Promise<SavedStory[]> {
  if (!('caches' in window)) return []
  const cache = await caches.open(keptPages.read.cache)
  const saved = new Set(savedStories().map(({ path }) => path))
  const requests = (await cache.keys()).toReversed().filter(({ url }) => !saved.has(new URL(url).pathname))
  return Promise.all(
    requests.map(async (request) => {
      const html = await (await cache.match(request))?.text()
      const page = readDocument(html ?? '')
      const text = (selector: string) => page.querySelector(selector)?.textContent ?? ''
      return {
        path: new URL(request.url).pathname,
        title: text('h1'),
        standfirst: text('.article-standfirst'),
      }
    }),
  )
}

/** A story saved where the worker did not run yet, or that the browser threw out, is fetched again. */
export async function fetchWhatIsMissing() {
  if (!('caches' in window)) return
  const cache = await caches.open(keptPages.saved.cache)
  for (const { path } of savedStories()) if (!(await cache.match(path))) tellWorker({ save: path })
}
