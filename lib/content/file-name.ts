import { slugify } from '@/lib/text'

const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?:-(.*))?$/

/** What the name says: `posts/2023/2023-3-6-GPT 4.mdx` is { date: '2023-3-6', slug: 'gpt-4', format: 'mdx' }. */
export function parseFileName(path: string): { date?: string; slug: string; format: 'md' | 'mdx' } {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const stem = name.replace(/\.[^.]*$/, '')
  const [, date, rest = ''] = dated.exec(stem) ?? []
  return { date, slug: slugify(date ? rest : stem), format: /\.mdx$/i.test(name) ? 'mdx' : 'md' }
}

/** Whether a file of this name is a story, not something else that lies in posts/. */
export function isPostFileName(name: string): boolean {
  return /\.(md|mdx|markdown)$/i.test(name)
}
