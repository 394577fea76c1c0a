import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DisplayPanel } from '@/components/layout/display-panel'
import { Footer } from '@/components/layout/footer'
import { SkipLink } from '@/components/layout/skip-link'
import { readerLabels } from '@/components/reader/labels'
import { Reader } from '@/components/reader/reader.client'
import { StaticMarkup } from '@/components/reader/static-markup'
import { getFooterPages } from '@/lib/data/post'
import { textDirection } from '@/lib/text'
import { openSearchPath, siteOrigin, workerPath } from '@/lib/urls'
import { site } from '@/site.config'
import { display, interfaceSans, italic, text } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(siteOrigin()),
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

/**
 * Applies the reader's settings before the first paint, so that nothing flashes, and marks whether the system has a share
 * sheet.
 */
const applySettings = `try{var d=document.documentElement.dataset;if(navigator.share)d.sheet='';['theme','size','slash'].forEach(function(k){var v=localStorage.getItem(k);if(v)d[k]=v})}catch(e){}`

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang={site.language}
      dir={textDirection(site.language)}
      className={`${display.variable} ${text.variable} ${italic.variable} ${interfaceSans.variable}`}
      suppressHydrationWarning
    >
      <body>
        <script dangerouslySetInnerHTML={{ __html: applySettings }} />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href={openSearchPath()}
          title={site.name}
        />
        <SkipLink />
        {children}
        <StaticMarkup id="page-frame">
          <DisplayPanel />
          <Footer pages={await getFooterPages()} />
        </StaticMarkup>
        <Reader labels={readerLabels} worker={workerPath()} />
      </body>
    </html>
  )
}
