import type { ReactElement, ReactNode } from 'react'
import { Logo } from '@/components/layout/logo'
import { messages } from '@/lib/i18n/messages'
import { textDirection } from '@/lib/text'
import { absoluteUrl, litePath } from '@/lib/urls'
import { site } from '@/site.config'
import { style } from './style'

type Links = { href: string; text: string }[]

/** A whole page of the lite edition. `full` is the same in the full edition, which search engines are sent to. */
export async function renderLiteDocument({
  title,
  description,
  full,
  footer,
  children,
}: {
  title: string
  description: string
  full: string
  footer: Links
  children: ReactNode
}): Promise<string> {
  const page = (
    <html lang={site.language} dir={textDirection(site.language)}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <meta name="robots" content="noindex, follow" />
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href={absoluteUrl(full)} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <a href={litePath()}>
            <Logo />
            {site.name}
          </a>
          <a href={full}>{messages.lite.full}</a>
        </header>
        <main>{children}</main>
        <footer>
          {footer.map(({ href, text }) => (
            <a key={href} href={href}>
              {text}
            </a>
          ))}
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>${await renderMarkup(page)}`
}

async function renderMarkup(page: ReactElement): Promise<string> {
  // Next refuses a static import of it in server components.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(page)
}
