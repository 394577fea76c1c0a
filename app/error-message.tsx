import { words } from '@/lib/i18n/messages'
import { directionOf } from '@/lib/text'
import { site } from '@/site.config'

/** In place of a page that failed, inside the layout. */
export function FailedPage({ reset }: { reset: () => void }) {
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

/** The last resort, when even the layout failed: no style, no fonts, but words. */
export function FailedDocument() {
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
