/**
 * Work of which one runs at a time. Whoever asks within `gather` milliseconds of the first shares that run; whoever asks
 * while it runs shares the next one, because what they know of may have come too late for this one.
 */
export function singleFlight<T>(work: () => Promise<T>, gather: number): () => Promise<T> {
  let waiting: Promise<T> | undefined
  let running: Promise<unknown> = Promise.resolve()
  return () => {
    waiting ??= begin()
    return waiting
  }
  async function begin(): Promise<T> {
    await Promise.all([running, new Promise((resolve) => setTimeout(resolve, gather))])
    waiting = undefined
    const run = work()
    running = run.catch(() => undefined)
    return run
  }
}
