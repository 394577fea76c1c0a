import { trustedWorkerUrl } from './trusted-types'

/** Registers the service worker for offline reading (app/sw.js) once the page has loaded. */
export function registerWorker(path: string) {
  const register = () => navigator.serviceWorker?.register(trustedWorkerUrl(path)).catch(() => {})
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

/** Tells the worker to store a saved page, or to delete it. Both values are paths. */
export async function postToWorker(message: { save: string } | { drop: string }) {
  const registration = await navigator.serviceWorker?.ready
  registration?.active?.postMessage(message)
}
