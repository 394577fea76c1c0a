import { pageUrl } from './copy-buttons'

/** Opens the system's share sheet; app/layout.tsx shows the button only if there is one. */
export function share() {
  // Closing the sheet without sharing rejects the promise, which is not an error here.
  navigator
    .share({ title: document.querySelector('h1')?.textContent ?? document.title, url: pageUrl() })
    .catch(() => {})
  return true
}
