import { mojibakeWarnings } from '@/lib/content/encoding'
import { applyFixes } from '@/lib/lint/apply-fixes'
import { lintFile } from '@/lib/lint/lint-file'
import type { WordTools } from '@/lib/lint/rule'

const tools: WordTools = { isKnownWord: () => true, suggestWords: () => [], preferred: [] }
const utf8 = new TextEncoder()

async function mended(text: string, path = 'posts/2026-01-01-a.md') {
  const file = { path, bytes: utf8.encode(text) }
  const made = applyFixes(file, (await lintFile(file, tools)).edits)
  return made && new TextDecoder('utf-8', { ignoreBOM: true }).decode(made.bytes)
}
const head = '---\ntitle: The court rules\ndescription: It rules.\nauthor: desk\n---\n'

test('a byte order mark and the ends of lines stay as they are, also where they are mixed', async () => {
  const text = `\uFEFF${head}\r\nIt  is â€”\r\nso.\nA  gap.\r\n`
    .replace('title: The', 'title: "The')
    .replace('rules\n', 'rules" # cafÃ©\r\n')
  const expected = text.replace('It  is â€”', 'It is —').replace('A  gap', 'A gap')
  expect(await mended(text)).toBe(expected)
})

test('code stays as it is wherever it stands', async () => {
  const kept = [
    '`a  b â€” c`',
    '```\na  b â€” c\n# d\n```',
    '    a  b â€” c',
    '- item\n\n      a  b â€” c',
    '> ```\n> a  b â€” c\n> ```',
    '1. item\n\n   ~~~\n   a  b â€” c\n   ~~~',
    '<pre>\na  b â€” c\n</pre>',
  ]
  for (const body of kept) expect(await mended(`${head}\n${body}\n`)).toBeUndefined()
  expect(await mended(`${head}\n${kept.join('\n\n')}\n\nx  y\n`)).toBe(
    `${head}\n${kept.join('\n\n')}\n\nx y\n`,
  )
})

test('what nobody knows is not guessed, and what an author silenced is not mended', async () => {
  expect(await mended(`${head}\ncaf\uFFFD\n`)).toBeUndefined()
  expect(
    await mended(`${head}\n[check-ignore]: # "encoding: the damage is what this is about"\n\nâ€”\n`),
  ).toBeUndefined()
  expect(await mended(`${head.replace('author', 'ignore: [spaces]\nauthor')}\na  b\n`)).toBeUndefined()
})

test('a post that cannot be parsed is mended in its head alone', async () => {
  const text = `${head.replace('The court rules', 'cafÃ©')}\n<Note>\n\na  b â€”\n`
  expect(await mended(text, 'posts/2026-01-01-a.mdx')).toBe(text.replace('cafÃ©', 'café'))
})

test('of damage of every kind, what --fix leaves is what it said nobody knows', async () => {
  const whole = 'a — b “c” ‘d’ é Ã… ü 😀 Привет €'
  const damaged = Buffer.from(whole).toString('latin1')
  const result = await mended(`${head}\n${damaged}\n`)
  expect(result).toBe(`${head}\n${whole}\n`)
  expect(mojibakeWarnings('a.md', whole.replace('Ã…', ''))).toEqual([])
})
