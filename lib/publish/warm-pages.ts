/** So many pages are made before anybody asks; after a larger change, readers make the rest. */
const maxPages = 200

/**
 * Asks this server for pages that have changed, one after the other, so that a reader waits for the first, which is the story
 * itself, and not for a section with it. The first answer is still the old page and has Next make the new one. What fails is made
 * when a reader asks.
 */
export async function warmPages(paths: string[], origin: string): Promise<void> {
  for (const path of paths.slice(0, maxPages)) {
    await fetch(origin + path, { signal: AbortSignal.timeout(10_000) })
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined)
  }
}
