import { address } from './copying'

/** Opens the system's own sheet; app/layout.tsx shows the button only where there is one. */
export function share() {
  // Closing the sheet without sharing is an error to the browser, and none to us.
  navigator
    .share({ title: document.querySelector('h1')?.textContent ?? document.title, url: address() })
    .catch(() => {})
  return true
}
