/** So many pages are made before anybody asks; after a larger change, readers make the rest. */
const most = 200

/**
 * Asks this server for pages that have changed, a few at a time. The first answer is still the old page and has Next make
 * the new one. What fails is made when a reader asks.
 */
export async function warm(paths: string[], origin: string): Promise<void> {
  const left = paths.slice(0, most)
  const ask = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      await fetch(origin + path, { signal: AbortSignal.timeout(10_000) })
        .then((answer) => answer.arrayBuffer())
        .catch(() => undefined)
    }
  }
  await Promise.all(Array.from({ length: 4 }, ask))
}
