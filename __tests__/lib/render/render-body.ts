import type { Body } from '@/lib/render/body'
import type { BodyLookups } from '@/lib/render/lookups'

/** An archive with one picture and one other story. */
export const facts: BodyLookups = {
  picture: (src) => (src === '/assets/images/chip.svg' ? { width: 800, height: 450 } : undefined),
  post: (slug) =>
    slug === 'chips'
      ? {
          slug,
          title: 'Chips run short',
          description: 'Why there are too few.',
          published: '2026-03-01T00:00:00+01:00',
          section: { slug: 'chips', name: 'Chips' },
        }
      : undefined,
}

/** A post whose body begins on line 10 of its file. */
export const md = (body: string): Body => ({ body, format: 'md', path: 'posts/a.md', bodyLine: 10 })
export const mdx = (body: string): Body => ({ body, format: 'mdx', path: 'posts/a.mdx', bodyLine: 10 })
