import { parsePost } from '@/lib/content/post'
import type { Problem } from '@/lib/content/problem'
import { plainText } from '@/lib/text'
import type { PostFileName } from './file-names'
import { formatFileText } from './file-text'
import { checkFrontMatter } from './front-matter'
import type { ImportedPost } from './imported-post'
import { readMarkdown, spanOf } from './markdown'
import { textOf } from './values'

export type PostFile = { path: string; text: string; source: string; problems: Problem[] }

/** A story as a file of posts/, with what of it could not be said here. `lineOf` gives the line of a key in the source. */
export function formatPostFile(
  story: ImportedPost,
  named: PostFileName,
  body: string,
  lineOf: (key: string) => number,
): PostFile {
  const problems: Problem[] = []
  const say = (key: string, message: string, severity: Problem['severity'] = 'warning') =>
    problems.push({ file: story.source, line: lineOf(key), severity, rule: key, message })
  const title = titleOf(story, say)
  const fields: Record<string, unknown> = {
    ...story.fields,
    title,
    description: descriptionOf(story, body, say) || title,
    layout: story.kind,
    aliases: story.addresses.filter((address) => address !== `/${named.slug}`),
  }
  // The name of its file says the day of a post, and nothing of a page.
  const date = story.date?.written ?? story.day
  fields.date = story.kind === 'post' && date === story.day ? undefined : date
  const { frontMatter: head, kept, remarks } = checkFrontMatter(fields)
  for (const { key, message } of remarks) say(key, `${message} It is kept under "imported".`)
  const { text, dropped } = formatFileText(head, { ...story.kept, ...kept }, body)
  for (const key of dropped) say(key, `"${key}" is too long for a head and was left out.`)
  const { problems: found } = parsePost({ path: named.path, bytes: new TextEncoder().encode(text) })
  for (const { severity, rule, message } of found)
    if (severity === 'error') say(rule, `The new file has an error: ${message}`, 'error')
  return { path: named.path, text, source: story.source, problems }
}

type Say = (key: string, message: string, severity?: Problem['severity']) => void

function titleOf({ fields, kept, wanted }: ImportedPost, say: Say): string {
  const written = cleaned(textOf(fields.title) ?? '')
  const title = /&[#\w]+;|<[a-z/]/i.test(written) ? plainText(written) : written
  if (title === '') {
    say('title', 'There is no title. One was made of the name.')
    return titleOfName(wanted)
  }
  if (title.length <= 200) return title
  say(
    'title',
    'The title has more than 200 characters and was shortened. All of it is kept under "imported".',
  )
  kept.title = title
  return shortened(title, 200)
}

function descriptionOf({ fields, kept }: ImportedPost, body: string, say: Say): string {
  const written = textOf(fields.description)
  const full = cleaned(written === undefined ? '' : plainText(written))
  if (full.length > 1000) {
    say(
      'description',
      'The description has more than 1,000 characters and was shortened. All of it is kept under "imported".',
    )
    kept.description = written
  }
  if (full !== '') return shortened(full, 1000)
  say('description', 'There is no description. The first paragraph was taken.', 'note')
  return shortened(firstParagraph(body), 300)
}

const cleaned = (text: string) =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim()

function titleOfName(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1) || 'Story'
}

/** The first paragraph with words in it. */
export function firstParagraph(body: string): string {
  for (const node of readMarkdown(body).children) {
    const { start, end } = spanOf(node)
    const text = node.type === 'paragraph' || node.type === 'html' ? plainText(body.slice(start, end)) : ''
    if (/\p{L}/u.test(text)) return cleaned(text)
  }
  return ''
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const sentence = /^[\s\S]*[.!?](?=\s)/.exec(cut)?.[0] ?? ''
  return sentence.length > most / 2 ? sentence : `${cut.replace(/\s+\S*$/, '')}…`
}
