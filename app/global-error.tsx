'use client'

import { directionOf } from '@/lib/text'
import { words } from '@/lib/words'
import { site } from '@/site.config'

/** The last resort, when even the layout failed: no style, no fonts, but words. */
export default function GlobalError() {
  return (
    <html lang={site.language} dir={directionOf(site.language)}>
      <body>
        <main>
          <h1>{words.failed.title}</h1>
          <p>{words.failed.text}</p>
        </main>
      </body>
    </html>
  )
}
