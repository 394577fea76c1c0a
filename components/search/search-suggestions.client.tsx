'use client'

import { useEffect, useState } from 'react'

const findField = () => document.querySelector<HTMLInputElement>('input[name=q]')
const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

/** Suggests headlines while the reader types, and focuses the search field on / unless that is turned off. */
export function SearchSuggestions({ path }: { path: string }) {
  const [titles, setTitles] = useState<string[]>([])
  useEffect(() => {
    const field = findField()
    let timer = 0
    let request = new AbortController()
    const suggest = async (typed: string) => {
      request = new AbortController()
      try {
        const response = await fetch(`${path}?q=${encodeURIComponent(typed)}`, { signal: request.signal })
        setTitles((await response.json())[1])
      } catch {
        // Offline, or aborted by the next keystroke: the form works without suggestions.
      }
    }
    const onInput = () => {
      clearTimeout(timer)
      request.abort()
      const typed = field?.value.trim() ?? ''
      if (typed.length > 2) timer = window.setTimeout(suggest, 150, typed)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      if (document.documentElement.dataset.slash === 'off' || !field?.checkVisibility()) return
      event.preventDefault()
      field.focus()
    }
    field?.addEventListener('input', onInput)
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(timer)
      field?.removeEventListener('input', onInput)
      document.removeEventListener('keydown', onKey)
    }
  }, [path])
  return (
    <datalist id="suggestions">
      {titles.map((title) => (
        <option key={title} value={title} />
      ))}
    </datalist>
  )
}
