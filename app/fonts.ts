import localFont from 'next/font/local'

/*
 * All fonts are `optional`: a page painted before a font arrives keeps the fallback, and the next page, a new document, has
 * the font from the cache. Swapping late shifted the layout, because no fallback breaks every line like the font: an article
 * by 0.014 (CLS) with Times New Roman, the front page by 0.05 without. Only a first page over a slow connection shows
 * fallbacks; their metrics are adjusted so that it looks right.
 */

/** Headlines: Newsreader's display cut. */
export const display = localFont({
  src: './fonts/display.woff2',
  weight: '520',
  variable: '--font-display',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
})

/** Body text. The italic is not preloaded: it is rarely above the fold. */
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
 * Navigation, bylines, captions. Next names the font family after this constant. It must not be called `sans`: Linux would
 * use a system font of that name before the fallback.
 */
export const interfaceSans = localFont({
  src: './fonts/sans.woff2',
  weight: '400 700',
  variable: '--font-sans',
  display: 'optional',
  adjustFontFallback: 'Arial',
})
