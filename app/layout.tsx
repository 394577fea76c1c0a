import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Footer } from '@/components/footer'
import { SkipLink } from '@/components/skip-link'
import { footerPages } from '@/lib/posts/article'
import { directionOf } from '@/lib/text'
import { openSearchPath, origin } from '@/lib/urls'
import { site } from '@/site.config'
import { display, italic, sans, text } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(origin()),
  title: { default: site.name, template: `%s – ${site.name}` },
  description: site.description,
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
  },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: site.colours.light.paper },
    { media: '(prefers-color-scheme: dark)', color: site.colours.dark.paper },
  ],
}

/** Sets what the reader chose before anything is painted, so that nothing flashes. */
const rememberTheme = `try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t;if(localStorage.getItem('slash')==='off')document.documentElement.dataset.slash='off'}catch(e){}`

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang={site.language}
      dir={directionOf(site.language)}
      className={`${display.variable} ${text.variable} ${italic.variable} ${sans.variable}`}
      suppressHydrationWarning
    >
      <body>
        <script dangerouslySetInnerHTML={{ __html: rememberTheme }} />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href={openSearchPath()}
          title={site.name}
        />
        <SkipLink />
        {children}
        <Footer pages={await footerPages()} />
      </body>
    </html>
  )
}
