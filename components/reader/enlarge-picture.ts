import type { ReaderLabels } from './labels'

/** Opens a picture in a dialog, as large as the window allows, with its caption. */
export function enlargePicture(link: HTMLElement, { close }: ReaderLabels) {
  const small = link.querySelector('img')
  const dialog = document.createElement('dialog')
  if (!small || !(link instanceof HTMLAnchorElement) || !dialog.showModal) return false
  const large = new Image(Number(small.getAttribute('width')), Number(small.getAttribute('height')))
  large.src = link.href
  large.alt = small.alt
  const button = document.createElement('button')
  button.textContent = close
  dialog.className = 'enlarged'
  dialog.ariaLabel = small.alt
  dialog.append(button, large)
  const caption = link.closest('figure')?.querySelector('figcaption')
  if (caption) dialog.append(caption.cloneNode(true))
  // A click anywhere closes it, except on the caption, where readers may select text or follow a link.
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof Element && !target.closest('figcaption')) dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return true
}
