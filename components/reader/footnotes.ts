import type { ReaderLabels } from './labels'

declare global {
  interface HTMLElement {
    /** TypeScript 5.9 does not declare the argument yet. */
    showPopover(options?: { source: HTMLElement }): void
  }
}

/** Shows a footnote next to its reference. Escape or a click elsewhere closes it. */
export function showFootnote(reference: HTMLElement, { footnote }: ReaderLabels) {
  const note = document.getElementById(decodeURIComponent(reference.getAttribute('href')?.slice(1) ?? ''))
  const box = document.createElement('aside')
  if (!note || !box.showPopover) return false
  box.popover = 'auto'
  box.className = 'panel footnote prose'
  box.setAttribute('role', 'dialog')
  box.ariaLabel = `${footnote} ${reference.textContent}`
  // The browser moves the focus here and, at the end, back to the reference.
  box.tabIndex = -1
  box.autofocus = true
  box.append(...note.cloneNode(true).childNodes)
  box.querySelector('[data-footnote-backref]')?.remove()
  box.addEventListener('toggle', ({ newState }) => newState === 'closed' && box.remove())
  reference.after(box)
  box.showPopover({ source: reference })
  return true
}
