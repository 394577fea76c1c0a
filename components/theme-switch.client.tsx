'use client'

import { useSyncExternalStore } from 'react'

const choices = ['system', 'light', 'dark'] as const
type Choice = (typeof choices)[number]

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const current = (): Choice => {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function choose(choice: Choice) {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
  // Storage throws where the reader has closed it; the choice then lasts as long as the page.
  try {
    if (choice === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', choice)
  } catch {}
  for (const listener of listeners) listener()
}

/** Turns through system, light and dark. Without script it is not there, and the system decides. */
export function ThemeSwitch({
  className,
  labels,
}: {
  className: string
  labels: Record<Choice | 'label', string>
}) {
  const choice = useSyncExternalStore(subscribe, current, () => 'system' as const)
  const next = choices[(choices.indexOf(choice) + 1) % choices.length] ?? 'system'
  return (
    <button
      type="button"
      onClick={() => choose(next)}
      className={`script-only min-h-6 cursor-pointer font-sans text-small text-ink-2 hover:text-ink ${className}`}
    >
      {labels.label}: {labels[choice]}
    </button>
  )
}
