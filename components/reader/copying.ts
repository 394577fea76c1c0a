import type { ReaderLabels } from './labels'

type Say = (message: string) => void

/** The page's public address, without what a campaign or a preview put behind it. */
export const address = () =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href

export function copyLink(_button: HTMLElement, { copied }: ReaderLabels, say: Say) {
  copy(
    address(),
    () => say(copied.link),
    () => say(copied.not),
  )
  return true
}

export function copyCode(button: HTMLElement, { copied }: ReaderLabels, say: Say) {
  const code = button.parentElement?.querySelector('code')?.textContent ?? ''
  copy(
    code,
    () => say(copied.code),
    () => say(copied.not),
  )
  return true
}

/** A heading links to itself. A click leads there as always, and takes the address along. */
export function copyHeading(link: HTMLElement, { copied }: ReaderLabels, say: Say) {
  copy(address() + link.getAttribute('href'), () => say(copied.link))
  return false
}

/** There is no clipboard without https. */
function copy(text: string, done: () => void, failed = () => {}) {
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, failed)
  else failed()
}
