'use client'

import { useEffect, useState } from 'react'

const find = () => document.querySelector<HTMLInputElement>('input[name=q]')
const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

/** Headlines to choose from while somebody types, and the key / for the field, unless it was switched off. */
export function SearchSuggestions({ path }: { path: string }) {
  const [titles, setTitles] = useState<string[]>([])
  useEffect(() => {
    const field = find()
    let waiting = 0
    let asking = new AbortController()
    const suggest = async (typed: string) => {
      asking = new AbortController()
      try {
        const answer = await fetch(`${path}?q=${encodeURIComponent(typed)}`, { signal: asking.signal })
        setTitles((await answer.json())[1])
      } catch {
        // No connection, or overtaken by the next letter: the form works as it is.
      }
    }
    const onInput = () => {
      clearTimeout(waiting)
      asking.abort()
      const typed = field?.value.trim() ?? ''
      if (typed.length > 2) waiting = window.setTimeout(suggest, 150, typed)
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
      clearTimeout(waiting)
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
