'use client'

import { useEffect } from 'react'
import { choose, showChoices } from './appearance'
import { copyCode, copyHeading, copyLink } from './copying'
import { showFootnote } from './footnotes'
import type { ReaderLabels } from './labels'
import { enlarge } from './pictures'
import { saveOrRemove, showWhetherSaved } from './saving'
import { share } from './sharing'
import { play } from './videos'
import { startWorker } from './worker'

type Say = (message: string) => void
/** What a click does; true when the link is not to be followed as well. */
type Act = (element: HTMLElement, labels: ReaderLabels, say: Say) => boolean

const acts: [selector: string, act: Act][] = [
  ['.anchor', copyHeading],
  ['[data-footnote-ref]', showFootnote],
  ['a.enlarge', enlarge],
  ['a[data-player]', play],
  ['[data-copy-code]', copyCode],
  ['[data-copy-link]', copyLink],
  ['[data-share]', share],
  ['[data-save]', saveOrRemove],
]

/**
 * What pages do in the browser: one listener for all clicks. The markup comes from the server, is right without this,
 * and says by an attribute what it offers.
 */
export function Reader({ labels, worker }: { labels: ReaderLabels; worker: string }) {
  useEffect(() => {
    const listen = new AbortController()
    const { signal } = listen
    let fading = 0
    const say: Say = (message) => {
      const place = document.getElementById('said')
      if (place) place.textContent = message
      clearTimeout(fading)
      if (message) fading = window.setTimeout(say, 6000, '')
    }
    const onClick = (event: MouseEvent) => {
      const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event
      if (!(target instanceof Element) || button || ctrlKey || metaKey || shiftKey || altKey) return
      for (const [selector, act] of acts) {
        const element = target.closest<HTMLElement>(selector)
        if (element && act(element, labels, say)) event.preventDefault()
      }
    }
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.closest('#display')) choose(target)
    }
    const show = () => {
      showChoices()
      showWhetherSaved(labels)
      if (!navigator.onLine && document.querySelector('[data-save]')) say(labels.offline)
    }
    show()
    startWorker(worker)
    document.addEventListener('click', onClick, { signal })
    document.addEventListener('change', onChange, { signal })
    // A page that comes back as it was left does not know what was chosen since.
    window.addEventListener('pageshow', ({ persisted }) => persisted && show(), { signal })
    return () => listen.abort()
  }, [labels, worker])
  return <p id="said" role="status" className="said" />
}
