'use client'

import { words } from '@/lib/words'

/** The last resort, when even the layout failed: no style, no fonts, but words. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>{words.failed.title}</h1>
          <p>{words.failed.text}</p>
        </main>
      </body>
    </html>
  )
}
