import type { Rule } from './rule'

type Limit = { key: 'title' | 'seoTitle' | 'description'; least: number; most: number; why: string }

/**
 * Search engines cut a title after about 70 and a description after about 160 characters; lists and cards here take
 * more, but not any length. What is very short says nothing.
 */
const limits: Limit[] = [
  { key: 'title', least: 15, most: 110, why: 'A headline of more fills a screen of a telephone.' },
  { key: 'seoTitle', least: 15, most: 70, why: 'Search engines cut it there.' },
  { key: 'description', least: 50, most: 200, why: 'Lists and search results have no room for more.' },
]

export const length: Rule = {
  name: 'length',
  find: ({ post }) =>
    limits.flatMap(({ key, least, most, why }) => {
      const size = post[key]?.length
      if (size === undefined || (size >= least && size <= most)) return []
      if (size > most)
        return [{ key: [key], message: `${key} has ${size} characters, ${most} are enough. ${why}` }]
      // "About" is a good name for a page.
      if (post.layout === 'page') return []
      return [{ key: [key], message: `${key} has only ${size} characters. Say more of what happened.` }]
    }),
}
