import { z } from 'zod'
import { mojibakeWarnings } from '@/lib/content/encoding'
import { dateTime, flag, isGiven, list, oneOf, text } from '@/lib/content/fields'
import { parseFileName } from '@/lib/content/file-name'
import { type FrontMatter, splitFrontMatter } from '@/lib/content/front-matter'
import { goneReason } from '@/lib/content/gone'
import { normalizeKeys } from '@/lib/content/key-names'
import type { FileBytes, ParseResult } from '@/lib/content/parse-result'
import { picture } from '@/lib/content/picture'
import { postKeys } from '@/lib/content/post-keys'
import { checkPostFields, resolveDraft, resolveLayout } from '@/lib/content/post-warnings'
import { byPosition, hasErrors } from '@/lib/content/problem'
import { locateProblems, schemaErrors } from '@/lib/content/schema-errors'
import { authorId, slug, slugReference } from '@/lib/content/slug'
import { categories, term, terms } from '@/lib/content/term'
import { address, formerPath } from '@/lib/content/web-address'
import { countWords, plainText } from '@/lib/text'

export type { ParseResult as Reading } from '@/lib/content/parse-result'

const person = z.object({ name: text(120), role: text(120).optional() }, 'Write name and role.')
const source = z.object({ title: text(300), url: address }, 'Write title and url.')
const correction = z.object(
  {
    date: dateTime,
    type: oneOf(['correction', 'clarification', 'update', 'retraction']),
    text: text(2000),
  },
  'Write date, type and text.',
)

/** The schema of a post. Its shape must stay compatible; docs/authors.md explains each key. */
export const postSchema = z.object({
  slug,
  path: z.string(),
  format: z.enum(['md', 'mdx']),
  layout: z.enum(['post', 'page']),
  title: text(200),
  seoTitle: text(200).optional(),
  socialTitle: text(200).optional(),
  description: text(1000),
  /** Ids of files in authors/. At least one, except on a page. */
  authors: list(authorId),
  contributors: list(person),
  /** The first is the main section. */
  categories,
  tags: terms,
  image: picture.optional(),
  /** ISO 8601 with the publication's offset; a day without a time is its beginning. */
  published: dateTime,
  updated: dateTime.optional(),
  draft: flag,
  /** Why the story is gone for good. Its addresses answer 410 with that, and it is a draft in everything else. */
  gone: goneReason.optional(),
  featured: flag,
  /** Old paths, encoded, with a leading slash and no trailing one. */
  aliases: list(formerPath),
  kicker: text(80).optional(),
  dateline: text(80).optional(),
  type: oneOf(['news', 'analysis', 'opinion', 'explainer', 'review', 'interview']),
  series: term.optional(),
  /** Slugs of other posts. */
  related: list(slugReference),
  corrections: list(correction),
  keyPoints: list(text(500)),
  sources: list(source),
  canonical: address.optional(),
  lang: text(35).refine(isLanguage, 'Write a language tag like en or pt-BR.').optional(),
  toc: flag,
  /** Of the body's text. */
  words: z.number(),
  body: z.string(),
  /** The line of the file on which the body starts, counted from 1. */
  bodyLine: z.number(),
})

export type Post = z.infer<typeof postSchema>
export type Term = Post['tags'][number]
export type Picture = NonNullable<Post['image']>
export type Correction = Post['corrections'][number]

/** A file's two parts. Keys go by our names for them: `authors` also where the author wrote `author`. */
export type PostSource = FrontMatter & { has(key: string): boolean }

/** The file as a Post, or what keeps it from being one. Total: any bytes give one or the other. */
export function parsePost(file: FileBytes): ParseResult<Post> {
  const { value, problems } = parsePostWithSource(file)
  return value ? { value, problems } : { problems }
}

/** As parsePost, with the source, which is there also when a key is wrong, but not when the file has no two parts. */
export function parsePostWithSource(file: FileBytes): ParseResult<Post> & { source?: PostSource } {
  const { value: split, problems } = splitFrontMatter(file)
  if (!split) return { problems }
  const { post, found, written } = readFrontMatter(file.path, split)
  const all = [...problems, ...found, ...mojibakeWarnings(file.path, split.text)].sort(byPosition)
  const positionOf: PostSource['positionOf'] = ([key = '', ...inner], part) =>
    split.positionOf([written[String(key)] ?? key, ...inner], part)
  const has = (key: string) => Object.hasOwn(written, key) && Object.hasOwn(split.data, written[key] ?? key)
  const source = { ...split, positionOf, has }
  return hasErrors(all) ? { problems: all, source } : { value: post, problems: all, source }
}

function readFrontMatter(path: string, { data, body, bodyLine, positionOf: place }: FrontMatter) {
  const name = parseFileName(path)
  const { values, written, problems: remarks } = normalizeKeys(data, postKeys)
  const { layout, remarks: onLayout } = resolveLayout(values.layout)
  const { draft, remarks: onDraft } = resolveDraft(values.draft, values.published)
  const parsed = postSchema.safeParse({
    type: 'news',
    slug: name.slug,
    ...values,
    ...{
      path,
      format: name.format,
      layout,
      draft: isGiven(values.gone) || draft,
      published: values.date ?? name.date,
    },
    ...{ words: countWords(plainText(body)), body, bodyLine },
  })
  const asWritten: Record<string, string> = { ...written, published: written.date ?? 'date' }
  const onValues = parsed.success
    ? checkPostFields(parsed.data).map((said) => ({
        ...said,
        path: said.path.map((key) => written[String(key)] ?? key),
      }))
    : schemaErrors(parsed.error, { written: asWritten, rules, examples })
  const found = locateProblems(path, [...remarks, ...onLayout, ...onDraft, ...onValues], place)
  const post = parsed.data
  // An alias that is the post's own address would lead to itself. The remark on it has been made.
  return {
    post: post && { ...post, aliases: post.aliases.filter((alias) => alias !== `/${post.slug}`) },
    found,
    written: asWritten,
  }
}

const rules = {
  published: 'date',
  updated: 'date',
  authors: 'author',
  categories: 'category',
  tags: 'tag',
  aliases: 'alias',
}
const examples = {
  published: 'date: 2026-03-16", or let the name of the file begin with it: "2026-03-16-chips.md',
  image: 'image: assets/images/chip.jpg',
}

/** A language tag of BCP 47 with a plain language in front, such as `pt-BR`. */
function isLanguage(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag)) return false
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false // RangeError: the parts do not go together, as in en-US-GB
  }
}
