import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { openFolder } from '@/cli/import/source-folder'
import { readSourceText } from '@/cli/import/source-text'
import { folderWith, tidyUp } from './old-site'

afterAll(tidyUp)

test('links, hidden files and what a generator makes are not read; a link is told', () => {
  const outside = folderWith({ secret: 'x' })
  const root = folderWith({ 'a.md': '', '_site/a.html': '', '.git/config': '', 'node_modules/x.md': '' })
  symlinkSync(join(outside, 'secret'), join(root, 'link.md'))
  symlinkSync(outside, join(root, '_posts'))
  const { paths, problems } = openFolder(root)
  expect(paths).toEqual(['a.md'])
  expect(problems.map(({ file }) => file).sort()).toEqual(['_posts', 'link.md'])
})

test('nothing but what was listed can be read, whatever path is asked for', () => {
  const root = folderWith({ 'inside/a.md': 'a' })
  mkdirSync(join(root, 'inside/b'))
  const folder = openFolder(join(root, 'inside'))
  for (const path of ['../inside/a.md', '/etc/passwd', './a.md', 'b', ''])
    expect(() => folder.read(path)).toThrow()
  expect(new TextDecoder().decode(folder.read('a.md'))).toBe('a')
})

test.each([
  ['a byte order mark and Windows line ends', '\uFEFFa\r\nb\rc', 'a\nb\nc', 0],
  ['control characters', 'a\u0000b\u0007c\td', 'abc\td', 1],
])('text with %s is cleaned', (_, written, text, remarks) => {
  const read = readSourceText(new TextEncoder().encode(written))
  expect(read.text).toBe(text)
  expect(read.remarks).toHaveLength(remarks)
})

test('Windows-1252 and UTF-16 are read, and that is said', () => {
  expect(readSourceText(Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))).toMatchObject({ text: 'café' })
  expect(readSourceText(Uint8Array.from([0xff, 0xfe, 0x61, 0x00])).text).toBe('a')
  expect(readSourceText(Uint8Array.from([0xe9])).remarks[0]).toContain('not UTF-8')
})

test('a file over the limit is not read', () => {
  expect(readSourceText(new Uint8Array(600_000))).toEqual({
    remarks: ['The file has 586 KB, the limit is 512.'],
  })
})
