'use client'

import { words } from '@/lib/words'

/** Shown in place of a page that failed. Next demands the name and that it runs in the browser. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main id="content" className="wrap py-16">
      <h1 className="story-title text-head">{words.failed.title}</h1>
      <p className="py-4">{words.failed.text}</p>
      <button type="button" onClick={reset} className="cursor-pointer font-sans underline">
        {words.failed.retry}
      </button>
    </main>
  )
}
