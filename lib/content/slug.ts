import { z } from 'zod'
import { text } from '@/lib/content/fields'
import { slugify } from '@/lib/text'
import { reservedSlugs } from '@/lib/urls'

const pattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The address of a post: lower-case letters, digits and single hyphens, and no name of a route. */
export const slug = text(120).transform((written, context) => {
  const fault = slugError(written)
  if (!fault) return written
  context.issues.push({ code: 'custom', message: fault, input: written })
  return z.NEVER
})

function slugError(written: string): string | undefined {
  if (!pattern.test(written)) {
    return `"${written}" is not a slug: small letters a to z, digits and hyphens. Write ${slugify(written) || 'another'}.`
  }
  if (reservedSlugs.has(written)) return `The site itself uses the address /${written}. Choose another slug.`
}

/** The slug of another post, also written as its path. */
export const slugReference = text(200)
  .transform((written) => written.replace(/^\/|\/$/g, ''))
  .refine((written) => pattern.test(written), 'Write the slug of a post, as in its address.')

/** The name of a file in authors/ without .md. `Andre` is andre. */
export const authorId = text(120).transform((written, context) => {
  const id = slugify(written)
  if (id !== '') return id
  const message = `"${written}" cannot be the name of a file in authors/. Write the author's id.`
  context.issues.push({ code: 'custom', message, input: written })
  return z.NEVER
})
