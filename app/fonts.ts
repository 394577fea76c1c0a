import localFont from 'next/font/local'

/*
 * All `optional`: a page that was painted before a font came keeps its stand-in, and the next page, a document of its own,
 * has the font from the cache. Swapped late they moved the page, since no stand-in breaks every line as the font does: an article
 * by 0.014 with Times New Roman, the front page by 0.05 without. Only a first page over a slow line shows stand-ins; their metrics are for its looks.
 */

/** Headlines: Newsreader's cut for large sizes. */
export const display = localFont({
  src: './fonts/display.woff2',
  weight: '520',
  variable: '--font-display',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
})

/** Running text. The italic is not preloaded: it is seldom above the fold. */
export const text = localFont({
  src: './fonts/text.woff2',
  weight: '400 650',
  variable: '--font-text',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
})

export const italic = localFont({
  src: './fonts/italic.woff2',
  weight: '400',
  style: 'italic',
  variable: '--font-italic',
  display: 'optional',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

/**
 * Navigation, bylines, captions. Next names the family after this constant: called `sans`, Linux takes one of the system's
 * for it, before the stand-in.
 */
export const furniture = localFont({
  src: './fonts/sans.woff2',
  weight: '400 700',
  variable: '--font-sans',
  display: 'optional',
  adjustFontFallback: 'Arial',
})
