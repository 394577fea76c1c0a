import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** One path of each kind of page, for tests that cover all of them. */
export const pageKinds = {
  front: '/',
  article: '/gpt-4-passes-the-bar-and-reads-pictures',
  'article with a table': '/meta-releases-llama-2-for-commercial-use',
  'article with footnotes': '/google-ironwood-a-tpu-for-inference',
  'article without a picture': '/google-introduces-gemini-in-three-sizes',
  'article with corrections': '/us-restricts-exports-of-ai-chips',
  'article with code, notes and contents': '/chinchilla-smaller-models-more-data',
  'article with a gallery': '/two-nobel-prizes-for-artificial-intelligence',
  'article in a series': '/ai-act-enters-into-force',
  'article with a timeline': '/gold-medal-standard-at-the-mathematical-olympiad',
  section: '/category/news',
  author: '/author/andre',
  tag: '/tag/openai',
  archive: '/archive',
  'archive of a year': '/archive/2024',
  'archive of a month': '/archive/2024/03',
  corrections: '/corrections',
  'standing page': '/about',
  search: '/search?q=google',
  feeds: '/feeds',
  'saved stories': '/saved',
  'offline page': '/offline',
  'not found': '/there-is-no-such-page',
}

/** The same for the lite edition. */
export const litePageKinds = {
  'lite front': '/lite',
  'lite article': `${pageKinds['article with a table']}/lite`,
  'lite article with notes and code': `${pageKinds['article with code, notes and contents']}/lite`,
  'lite article with corrections': `${pageKinds['article with corrections']}/lite`,
}

/** The slugs of all posts in posts/, from the file names. */
export const postSlugs = readdirSync('posts')
  .filter((name) => /^\d{4}-\d{2}-\d{2}-.+\.mdx?$/.test(name))
  .map((name) => name.replace(/^\d{4}-\d{2}-\d{2}-/, '').replace(/\.mdx?$/, ''))

/** The front matter of a post. */
export function readFrontMatter(slug: string): Record<string, unknown> {
  const file = readdirSync('posts').find((name) => /^[\d-]+-(.+)\.mdx?$/.exec(name)?.[1] === slug)
  return parse(readFileSync(`posts/${file}`, 'utf8').split(/^---$/m)[1] ?? '')
}
