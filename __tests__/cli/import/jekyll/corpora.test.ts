import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readExistingFiles } from '@/cli/import/existing-files'
import { splitJekyllFile } from '@/cli/import/jekyll/front-matter'
import { importJekyll } from '@/cli/import/jekyll/import'
import { parseAuthor } from '@/lib/content/author'
import { runCrossFileChecks } from '@/lib/content/cross-file-checks'
import { parsePost } from '@/lib/content/post'
import { plainText } from '@/lib/text'
import { bring, tidyUp } from '../old-site'

afterAll(tidyUp)

const corpora = join(process.cwd(), '../shared/corpora')
const isThere = existsSync(corpora)
const test = isThere ? it : it.skip
const name = (text: string) => (isThere ? text : `${text} (skipped: ${corpora} is not there)`)

const sites = [
  { folder: '18f', posts: 505, authors: 344, redirects: 513 },
  { folder: 'jekyll/docs', posts: 102, authors: 9, redirects: 103 },
]

describe.each(sites)('the real site $folder', ({ folder, posts, authors, redirects }) => {
  const path = join(corpora, folder)
  const once = isThere
    ? bring(async (root) => importJekyll(path, await readExistingFiles(root), () => undefined))
    : undefined

  test(name('comes along with all its posts and authors'), async () => {
    const { plan, report } = (await once) ?? { plan: undefined, report: [] }
    expect(plan?.posts).toHaveLength(posts)
    expect(plan?.authors).toHaveLength(authors)
    expect(report.at(-2)).toContain(
      `${posts} posts, ${authors} authors, 0 pictures, ${redirects} redirects, `,
    )
  }, 120_000)

  test(name('has no post or author that would stop the build'), async () => {
    const { plan } = (await once) ?? {}
    const bytes = (text: string) => new TextEncoder().encode(text)
    const made = plan?.posts.map(({ path, text }) => parsePost({ path, bytes: bytes(text) })) ?? []
    const people = plan?.authors.map(({ path, text }) => parseAuthor({ path, bytes: bytes(text) })) ?? []
    const errors = [...made, ...people].flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity === 'error'),
    )
    expect(errors).toEqual([])
    const together = runCrossFileChecks(
      made.flatMap(({ value }) => value ?? []),
      people.flatMap(({ value }) => value ?? []),
    )
    expect(together.filter(({ severity }) => severity === 'error')).toEqual([])
  }, 120_000)

  test(name('loses no word of any post'), async () => {
    const { plan } = (await once) ?? {}
    const lost = plan?.posts.flatMap(({ source, text }) => {
      const old = splitJekyllFile(readFileSync(join(path, source), 'utf8').replaceAll('\r\n', '\n'))
      // What became a comment is not in the plain text any more, but in the file.
      const [shown, all] = [wordCounts(plainText(text)), wordCounts(text)]
      const before = wordCounts(plainText(withoutSigns(old?.body ?? '')))
      return [...before].flatMap(([word, count]) =>
        Math.max(shown.get(word) ?? 0, all.get(word) ?? 0) < count ? [`${source}: ${word}`] : [],
      )
    })
    expect(lost).toEqual([])
  }, 120_000)

  test(name('is the same after a second import'), async () => {
    const first = await once
    if (!first) return
    const again = await bring(
      async (root) => importJekyll(path, await readExistingFiles(root), () => undefined),
      first.into,
    )
    expect(again.written.filter(({ outcome }) => outcome !== 'same')).toEqual([])
  }, 120_000)
})

/** Tags, attribute lists and `:tada:` are instructions, not words; what is between two tags is text. */
const withoutSigns = (body: string) =>
  body.replace(/\{%[\s\S]*?%\}|\{\{[^{}]*\}\}|\{:[^{}\n]*\}|(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])/g, ' ')

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
