import localFont from 'next/font/local'

/** Headlines: Newsreader's cut for large sizes. */
export const display = localFont({
  src: './fonts/display.woff2',
  weight: '520',
  variable: '--font-display',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

/** Running text. The italic is not preloaded: it is seldom above the fold. */
export const text = localFont({
  src: './fonts/text.woff2',
  weight: '400 650',
  variable: '--font-text',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

export const italic = localFont({
  src: './fonts/italic.woff2',
  weight: '400',
  style: 'italic',
  variable: '--font-italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

/** The furniture: navigation, bylines, captions. */
export const sans = localFont({
  src: './fonts/sans.woff2',
  weight: '400 700',
  variable: '--font-sans',
  display: 'swap',
  adjustFontFallback: 'Arial',
})
