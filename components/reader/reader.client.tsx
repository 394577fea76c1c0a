'use client'

import { useEffect } from 'react'
import { copyCode, copyHeading, copyLink } from './copy-buttons'
import { changeSetting, showSettings } from './display-settings'
import { enlargePicture } from './enlarge-picture'
import { showFootnote } from './footnotes'
import type { ReaderLabels } from './labels'
import { playVideo } from './play-video'
import { toggleSaved, updateSaveButton } from './save-button'
import { registerWorker } from './service-worker'
import { share } from './share-button'

type Announce = (message: string) => void
/** Handles a click on a matching element. Returns true to prevent the default action, such as following the link. */
type ClickHandler = (element: HTMLElement, labels: ReaderLabels, announce: Announce) => boolean

const clickHandlers: [selector: string, handle: ClickHandler][] = [
  ['.anchor', copyHeading],
  ['[data-footnote-ref]', showFootnote],
  ['a.enlarge', enlargePicture],
  ['a[data-player]', playVideo],
  ['[data-copy-code]', copyCode],
  ['[data-copy-link]', copyLink],
  ['[data-share]', share],
  ['[data-save]', toggleSaved],
]

/**
 * The interactive features of all pages, with one listener for all clicks. The markup comes from the server and works
 * without this; attributes such as `data-save` mark what is interactive.
 */
export function Reader({ labels, worker }: { labels: ReaderLabels; worker: string }) {
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    let clearTimer = 0
    const announce: Announce = (message) => {
      const status = document.getElementById('status-message')
      if (status) status.textContent = message
      clearTimeout(clearTimer)
      if (message) clearTimer = window.setTimeout(announce, 6000, '')
    }
    const onClick = (event: MouseEvent) => {
      const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event
      if (!(target instanceof Element) || button || ctrlKey || metaKey || shiftKey || altKey) return
      for (const [selector, handle] of clickHandlers) {
        const element = target.closest<HTMLElement>(selector)
        if (element && handle(element, labels, announce)) event.preventDefault()
      }
    }
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.closest('#display')) changeSetting(target)
    }
    const refresh = () => {
      showSettings()
      updateSaveButton(labels)
      if (!navigator.onLine && document.querySelector('[data-save]')) announce(labels.offline)
    }
    refresh()
    registerWorker(worker)
    document.addEventListener('click', onClick, { signal })
    document.addEventListener('change', onChange, { signal })
    // A page restored from the back/forward cache does not have the settings changed since.
    window.addEventListener('pageshow', ({ persisted }) => persisted && refresh(), { signal })
    return () => controller.abort()
  }, [labels, worker])
  return <p id="status-message" role="status" className="status-message" />
}
