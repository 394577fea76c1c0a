import { z } from 'zod'
import { damagedCharacters } from '@/lib/content/encoding'
import { flag, isGiven, list, moment, oneOf, text } from '@/lib/content/fields'
import { readFileName } from '@/lib/content/file-name'
import { type FrontMatter, splitFrontMatter } from '@/lib/content/front-matter'
import { goneReason } from '@/lib/content/gone'
import { readKeys } from '@/lib/content/keys'
import { picture } from '@/lib/content/picture'
import { postKeys } from '@/lib/content/post-keys'
import { draftOf, emptyGone, layoutOf, remarksOnPost } from '@/lib/content/post-remarks'
import { byPlace, hasErrors } from '@/lib/content/problem'
import type { FileBytes, Reading } from '@/lib/content/reading'
import { authorId, knownSlug, slug } from '@/lib/content/slug'
import { categories, term, terms } from '@/lib/content/term'
import { problemsAt, remarksOf } from '@/lib/content/wall'
import { address, formerPath } from '@/lib/content/web-address'
import { countWords, plainText } from '@/lib/text'

export type { Reading } from '@/lib/content/reading'

const person = z.object({ name: text(120), role: text(120).optional() }, 'Write name and role.')
const source = z.object({ title: text(300), url: address }, 'Write title and url.')
const correction = z.object(
  {
    date: moment,
    type: oneOf(['correction', 'clarification', 'update', 'retraction']),
    text: text(2000),
  },
  'Write date, type and text.',
)

/** The wall. One shape for ever; docs/authors.md tells what each key means. */
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
  published: moment,
  updated: moment.optional(),
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
  related: list(knownSlug),
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
export type Source = FrontMatter & { has(key: string): boolean }

/** The file as a Post, or what keeps it from being one. Total: any bytes give one or the other. */
export function readPost(file: FileBytes): Reading<Post> {
  const { value, problems } = readSource(file)
  return value ? { value, problems } : { problems }
}

/** As readPost, with the source, which is there also when a key is wrong, but not when the file has no two parts. */
export function readSource(file: FileBytes): Reading<Post> & { source?: Source } {
  const { value: split, problems } = splitFrontMatter(file)
  if (!split) return { problems }
  const { post, found, written } = readFrontMatter(file.path, split)
  const all = [...problems, ...found, ...damagedCharacters(file.path, split.text)].sort(byPlace)
  const place: Source['place'] = ([key = '', ...inner], part) =>
    split.place([written[String(key)] ?? key, ...inner], part)
  const has = (key: string) => Object.hasOwn(written, key) && Object.hasOwn(split.data, written[key] ?? key)
  const source = { ...split, place, has }
  return hasErrors(all) ? { problems: all, source } : { value: post, problems: all, source }
}

function readFrontMatter(path: string, { data, body, bodyLine, place }: FrontMatter) {
  const name = readFileName(path)
  const { values, written, remarks } = readKeys(data, postKeys)
  const { layout, remarks: onLayout } = layoutOf(values.layout)
  const { draft, remarks: onDraft } = draftOf(values.draft, values.published)
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
    ? remarksOnPost(parsed.data).map((said) => ({
        ...said,
        path: said.path.map((key) => written[String(key)] ?? key),
      }))
    : remarksOf(parsed.error, { written: asWritten, rules, examples })
  const found = problemsAt(
    path,
    [...remarks, ...onLayout, ...onDraft, ...emptyGone(data), ...onValues],
    place,
  )
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
