import type { ReaderLabels } from './labels'

type Announce = (message: string) => void

/** The canonical URL of the page, without parameters added by a campaign or a preview. */
export const pageUrl = () =>
  document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href

export function copyLink(_button: HTMLElement, { copied }: ReaderLabels, announce: Announce) {
  copy(
    pageUrl(),
    () => announce(copied.link),
    () => announce(copied.failed),
  )
  return true
}

export function copyCode(button: HTMLElement, { copied }: ReaderLabels, announce: Announce) {
  const code = button.parentElement?.querySelector('code')?.textContent ?? ''
  copy(
    code,
    () => announce(copied.code),
    () => announce(copied.failed),
  )
  return true
}

/** Headings link to themselves. A click follows the link as usual and also copies its URL. */
export function copyHeading(link: HTMLElement, { copied }: ReaderLabels, announce: Announce) {
  copy(pageUrl() + link.getAttribute('href'), () => announce(copied.link))
  return false
}

/** Without https there is no `navigator.clipboard`. */
function copy(text: string, onCopied: () => void, onFailed = () => {}) {
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(onCopied, onFailed)
  else onFailed()
}
