import { z } from 'zod'
import type { FileBytes, Reading } from '@/lib/content/reading'

export type { Reading } from '@/lib/content/reading'

const term = z.object({ slug: z.string(), name: z.string() })

/** One shape for ever: what the wall lets through. Fields are described in docs/authors.md. */
export const postSchema = z.object({
  slug: z.string(),
  path: z.string(),
  format: z.enum(['md', 'mdx']),
  layout: z.enum(['post', 'page']),
  title: z.string(),
  seoTitle: z.string().optional(),
  socialTitle: z.string().optional(),
  description: z.string(),
  authors: z.array(z.string()),
  contributors: z.array(z.object({ name: z.string(), role: z.string().optional() })),
  categories: z.array(term),
  tags: z.array(term),
  image: z
    .object({
      src: z.string(),
      alt: z.string(),
      caption: z.string().optional(),
      credit: z.string().optional(),
      focalPoint: z.object({ x: z.number(), y: z.number() }),
    })
    .optional(),
  published: z.string(),
  updated: z.string().optional(),
  draft: z.boolean(),
  featured: z.boolean(),
  aliases: z.array(z.string()),
  kicker: z.string().optional(),
  dateline: z.string().optional(),
  type: z.enum(['news', 'analysis', 'opinion', 'explainer', 'review', 'interview']),
  series: term.optional(),
  related: z.array(z.string()),
  corrections: z.array(
    z.object({
      date: z.string(),
      type: z.enum(['correction', 'clarification', 'update', 'retraction']),
      text: z.string(),
    }),
  ),
  keyPoints: z.array(z.string()),
  sources: z.array(z.object({ title: z.string(), url: z.string() })),
  canonical: z.string().optional(),
  lang: z.string().optional(),
  toc: z.boolean(),
  words: z.number(),
  body: z.string(),
  bodyLine: z.number(),
})

export type Post = z.infer<typeof postSchema>
export type Term = Post['tags'][number]
export type Picture = NonNullable<Post['image']>
export type Correction = Post['corrections'][number]

/** The file as a Post, or what keeps it from being one. Total: any bytes give one or the other. */
export function readPost(file: FileBytes): Reading<Post> {
  return {
    problems: [{ file: file.path, severity: 'error', rule: 'front-matter', message: 'Not written yet.' }],
  }
}
