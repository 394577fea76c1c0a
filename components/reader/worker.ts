import { trustedWorker } from './trusted-types'

/** Starts what keeps stories for reading without a connection (app/sw.js), once the page has all it needs. */
export function startWorker(path: string) {
  const start = () => navigator.serviceWorker?.register(trustedWorker(path)).catch(() => {})
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
}

export async function tellWorker(message: { save: string } | { drop: string }) {
  const registration = await navigator.serviceWorker?.ready
  registration?.active?.postMessage(message)
}
