'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const isOn = () => document.documentElement.dataset.slash !== 'off'

function setShortcut(on: boolean) {
  if (on) delete document.documentElement.dataset.slash
  else document.documentElement.dataset.slash = 'off'
  try {
    if (on) localStorage.removeItem('slash')
    else localStorage.setItem('slash', 'off')
  } catch {}
  for (const listener of listeners) listener()
}

/** A checkbox to turn off the / shortcut, which users of speech input need (WCAG 2.1.4). */
export function SearchShortcut({ label }: { label: string }) {
  const on = useSyncExternalStore(subscribe, isOn, () => true)
  return (
    <label className="script-only meta inline-flex min-h-6 items-center gap-2">
      <input type="checkbox" checked={on} onChange={(event) => setShortcut(event.target.checked)} />
      {label}
    </label>
  )
}
