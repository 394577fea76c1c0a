import type { ReaderLabels } from './labels'

declare global {
  interface HTMLElement {
    /** TypeScript 5.9 does not know the argument yet. */
    showPopover(options?: { source: HTMLElement }): void
  }
}

/** Shows a footnote beside its mark. Escape or a click elsewhere close it. */
export function showFootnote(mark: HTMLElement, { footnote }: ReaderLabels) {
  const note = document.getElementById(decodeURIComponent(mark.getAttribute('href')?.slice(1) ?? ''))
  const box = document.createElement('aside')
  if (!note || !box.showPopover) return false
  box.popover = 'auto'
  box.className = 'panel footnote prose'
  box.setAttribute('role', 'dialog')
  box.ariaLabel = `${footnote} ${mark.textContent}`
  // The browser moves the focus here and, at the end, back to the mark.
  box.tabIndex = -1
  box.autofocus = true
  box.append(...note.cloneNode(true).childNodes)
  box.querySelector('[data-footnote-backref]')?.remove()
  box.addEventListener('toggle', ({ newState }) => newState === 'closed' && box.remove())
  mark.after(box)
  box.showPopover({ source: mark })
  return true
}
