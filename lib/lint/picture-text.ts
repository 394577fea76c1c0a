import type { Finding, Rule } from './rule'

const lead = (message: string): Finding => ({
  key: ['image'],
  part: 'key',
  message: `${message} Write image as a mapping with src, alt, caption and credit.`,
})

/** A picture nobody describes is nothing to a reader who cannot see it, and to search engines. */
export const alt: Rule = {
  name: 'alt',
  find: ({ post: { image }, bodyWithoutCode: plain }) => [
    ...(image && image.alt === '' ? [lead('The picture has no alt text.')] : []),
    ...Array.from(plain.matchAll(/!\[\s*\](?=[([])/g), ({ index }) => ({
      at: index,
      message: 'The picture has no alt text. Write what it shows: ![A chip on a hand](…).',
    })),
    ...Array.from(plain.matchAll(/<img\s(?![^<>]*\salt\s*=\s*["'][^"'])[^<>]*>/gi), ({ index }) => ({
      at: index,
      message: 'The picture has no alt text. Write alt="…" with what it shows.',
    })),
  ],
}

export const caption: Rule = {
  name: 'caption',
  find: ({ post: { image, layout } }) =>
    image && !image.caption && layout === 'post' ? [lead('The picture has no caption.')] : [],
}

/** Somebody made it, and a reader should know whether it is a photograph, a drawing or a company's. */
export const credit: Rule = {
  name: 'credit',
  find: ({ post: { image }, bodyWithoutCode: plain }) => [
    ...(image && !image.credit ? [lead('Nobody is named for the picture.')] : []),
    ...Array.from(plain.matchAll(/<Figure\s(?![^<>]*\scredit\s*=)[^<>]*>/g), ({ index }) => ({
      at: index,
      message: 'Nobody is named for the picture. Write credit="…" with who made it.',
    })),
  ],
}
