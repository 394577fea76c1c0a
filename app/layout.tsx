import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DisplayPanel } from '@/components/layout/display-panel'
import { Footer } from '@/components/layout/footer'
import { SkipLink } from '@/components/layout/skip-link'
import { readerLabels } from '@/components/reader/labels'
import { Reader } from '@/components/reader/reader.client'
import { Still } from '@/components/reader/static-markup'
import { footerPages } from '@/lib/data/post'
import { directionOf } from '@/lib/text'
import { openSearchPath, origin, workerPath } from '@/lib/urls'
import { site } from '@/site.config'
import { display, furniture, italic, text } from './fonts'
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

/**
 * Sets what the reader chose before anything is painted, so that nothing flashes, and says whether the system has a sheet
 * for sharing.
 */
const remember = `try{var d=document.documentElement.dataset;if(navigator.share)d.sheet='';['theme','size','slash'].forEach(function(k){var v=localStorage.getItem(k);if(v)d[k]=v})}catch(e){}`

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang={site.language}
      dir={directionOf(site.language)}
      className={`${display.variable} ${text.variable} ${italic.variable} ${furniture.variable}`}
      suppressHydrationWarning
    >
      <body>
        <script dangerouslySetInnerHTML={{ __html: remember }} />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href={openSearchPath()}
          title={site.name}
        />
        <SkipLink />
        {children}
        <Still id="furniture">
          <DisplayPanel />
          <Footer pages={await footerPages()} />
        </Still>
        <Reader labels={readerLabels} worker={workerPath()} />
      </body>
    </html>
  )
}
