import { z } from 'zod'
import { mojibakeWarnings } from '@/lib/content/encoding'
import { list, text } from '@/lib/content/fields'
import { type FrontMatter, splitFrontMatter } from '@/lib/content/front-matter'
import { type KeyRules, normalizeKeys } from '@/lib/content/key-names'
import type { FileBytes, ParseResult } from '@/lib/content/parse-result'
import { pictureSource } from '@/lib/content/picture'
import { byPosition, hasErrors } from '@/lib/content/problem'
import { locateProblems, schemaErrors } from '@/lib/content/schema-errors'
import { link } from '@/lib/content/web-address'

/** `links: [https://…]` or `[{ label, url }]`; without a label, the host stands for it. */
const labelled = z.preprocess(
  (value) => (typeof value === 'string' ? { url: value, label: hostOf(value) } : value),
  z.object({ label: text(80), url: link }, 'Write label and url for each link.'),
)

export const authorSchema = z.object({
  /** The file's name, which posts give as `author`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: ({ input }) =>
      `"${input}" cannot be an author's id. Name the file with small letters, digits and hyphens.`,
  }),
  path: z.string(),
  name: text(120),
  role: text(120).optional(),
  /** Of the site itself: it stands on pages, and those ask nobody else for anything. */
  image: pictureSource
    .refine(
      (src) => src.startsWith('/'),
      'A portrait lies on the site itself. Put the file into public/assets/images and write its path.',
    )
    .optional(),
  email: text(200)
    .refine(
      (written) => /^[^\s<>"@:?&]+@[^\s<>"@:?&]+\.[^\s<>"@:?&]+$/.test(written),
      'This is not an e-mail address.',
    )
    .optional(),
  links: list(labelled),
  /** Markdown. */
  bio: z.string(),
})

export type Author = z.infer<typeof authorSchema>

const authorKeys: KeyRules = {
  keys: ['name', 'role', 'image', 'email', 'links'],
  synonyms: { link: 'links', avatar: 'image', picture: 'image' },
  suggestions: { title: 'role', full_name: 'name', website: 'links', twitter: 'links', url: 'links' },
  ignored: new Set(['layout', 'imported']),
  nested: { links: ['label', 'url'] },
}

/** The file as an Author, or what keeps it from being one. The id is the file's name. Never throws. */
export function parseAuthor(file: FileBytes): ParseResult<Author> {
  const { value: split, problems } = splitFrontMatter(file)
  if (!split) return { problems }
  const { author, found } = readFrontMatter(file.path, split)
  const all = [...problems, ...found, ...mojibakeWarnings(file.path, split.text)].sort(byPosition)
  return hasErrors(all) ? { problems: all } : { value: author, problems: all }
}

function readFrontMatter(path: string, { data, body, positionOf: place }: FrontMatter) {
  const { values, written, problems: remarks } = normalizeKeys(data, authorKeys)
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const parsed = authorSchema.safeParse({ ...values, id, path, bio: body.trim() })
  const onValues = parsed.success
    ? []
    : schemaErrors(parsed.error, { written, rules: { id: 'slug' }, examples: {} })
  return { author: parsed.data, found: locateProblems(path, [...remarks, ...onValues], place) }
}

function hostOf(url: string): string {
  if (/^mailto:/i.test(url)) return url.slice(7)
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}
