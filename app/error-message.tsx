import { messages } from '@/lib/i18n/messages'
import { textDirection } from '@/lib/text'
import { site } from '@/site.config'

/** Shown in place of a page that failed to render, inside the layout. */
export function ErrorMessage({ reset }: { reset: () => void }) {
  return (
    <main id="content" className="wrap py-16">
      <h1 className="teaser-title text-head">{messages.failed.title}</h1>
      <p className="py-4">{messages.failed.text}</p>
      <button type="button" onClick={reset} className="cursor-pointer font-sans underline">
        {messages.failed.retry}
      </button>
    </main>
  )
}

/** Shown if the layout itself failed: a plain document without styles or fonts. */
export function ErrorDocument() {
  return (
    <html lang={site.language} dir={textDirection(site.language)}>
      <body>
        <main>
          <h1>{messages.failed.title}</h1>
          <p>{messages.failed.text}</p>
        </main>
      </body>
    </html>
  )
}
