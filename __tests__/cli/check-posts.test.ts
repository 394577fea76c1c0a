import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { postText, scratchNewsroom } from './scratch-newsroom'

jest.setTimeout(120_000)

const newsroom = scratchNewsroom()
const bad = 'posts/2026-01-02-bad.mdx'
const plain = 'posts/2026-01-01-plain.md'
newsroom.write(plain, postText())
newsroom.write(bad, postText({ author: 'dest', title: "The court's ruling" }, '<Chart />'))
newsroom.write('posts/2026-01-03-draft.md', postText({ draft: 'true' }))
newsroom.write('posts/2199-01-04-later.md', postText({ title: 'A story for another time' }))
afterAll(newsroom.close)

const place = (line: string) => line.split(/ {2}/)[0]

test('everything that is wrong is told at once, by its place, without colours in a pipe; an error fails the command', () => {
  const { code, lines } = newsroom.run('check-posts')
  expect(lines.slice(0, 3).map(place)).toEqual([`${bad}:2:8`, `${bad}:4:9`, `${bad}:7:1`])
  expect(lines[3]).toMatch(
    /^3 posts are not public: .*bad\.mdx \(has errors\), .*draft\.md \(draft\), .*later\.md \(scheduled for 2199-01-04 00:00 Europe\/Berlin\)$/,
  )
  expect(lines[4]).toBe('4 posts read: 2 errors, 1 warning')
  expect(lines).toHaveLength(5)
  expect(lines.join()).not.toContain('\u001b')
  expect(code).toBe(1)
})

test('only the files asked for are spoken of, and warnings fail only a strict check', () => {
  newsroom.write('posts/2026-01-05-warned.md', postText({ title: "The makers' view of the ruling" }))
  const asked = ['posts/2026-01-05-warned.md', './posts/2026-01-01-plain.md', join(newsroom.root, plain)]
  const { code, lines } = newsroom.run('check-posts', ...asked)
  expect(lines.map(place)).toEqual(['posts/2026-01-05-warned.md:2:8', '3 files read: 1 warning'])
  expect(code).toBe(0)
  expect(newsroom.run('check-posts', '--strict', ...asked).code).toBe(1)
})

test('a folder stands for all that is in it', () => {
  newsroom.write('posts/deep/er/2026-01-06-deep.md', postText({ title: "The makers' view of the ruling" }))
  const { lines } = newsroom.run('check-posts', 'posts/deep', 'authors/')
  expect(lines.map(place)).toEqual(['posts/deep/er/2026-01-06-deep.md:2:8', '2 files read: 1 warning'])
  newsroom.run('check-posts', '--fix', 'posts/deep')
  expect(newsroom.read('posts/deep/er/2026-01-06-deep.md')).toContain('title: The makers’ view')
  expect(newsroom.read('posts/2026-01-05-warned.md')).toContain("The makers' view")
})

test('the front page is checked like any other file that is named', () => {
  newsroom.write('front.yml', 'containers:\n  - layout: leed\n    fill: latest\n')
  const { code, lines } = newsroom.run('check-posts', 'front.yml')
  expect(lines.map(place)).toEqual(['front.yml:2:13', '1 file read: 1 error'])
  expect(code).toBe(1)
  rmSync(join(newsroom.root, 'front.yml'))
})

test('a wrong call is told in a sentence and ends with 2', () => {
  for (const [args, sentence] of [
    [['README.md'], 'README.md is not in posts/, authors/ or public/, and is not front.yml'],
    [['--why', ''], 'Give a file, a slug or a URL after --why.'],
    [['posts/gone.md'], 'posts/gone.md does not exist.'],
    [['--format', 'xml'], 'There is no format "xml". Write text, github, json.'],
    [['--fixx'], "Unknown option '--fixx'"],
  ] as const) {
    const { code, said } = newsroom.run('check-posts', ...args)
    expect(said).toContain(sentence)
    expect(code).toBe(2)
  }
})

test('a program gets JSON, and a pull request annotations', () => {
  const { out, code } = newsroom.run('check-posts', '--format', 'json')
  const { problems, notPublic } = JSON.parse(out)
  expect(problems[0]).toMatchObject({ file: bad, line: 2, column: 8, severity: 'warning', rule: 'quotes' })
  expect(notPublic.map(({ path }: { path: string }) => path)).toHaveLength(3)
  expect(code).toBe(1)
  const { lines } = newsroom.run('check-posts', '--format', 'github', '--quiet')
  expect(lines[1]).toBe(
    `::error file=${bad},line=7,col=1,title=mdx::<Chart> is not in the vocabulary. Did you mean <Figure>?`,
  )
  expect(lines.join()).not.toContain('::warning')
})

test('--fix mends what it may, says so, and leaves the rest to the author', () => {
  const { code, lines, said } = newsroom.run('check-posts', '--fix', bad)
  expect(said).toBe(`${bad}  1 change`)
  expect(newsroom.read(bad)).toContain('title: The court’s ruling\n')
  expect(newsroom.read('posts/2026-01-05-warned.md')).toContain("The makers' view")
  expect(lines.map(place).slice(0, 2)).toEqual([`${bad}:4:9`, `${bad}:7:1`])
  expect(code).toBe(1)
})

test('links and submodules are refused', () => {
  newsroom.git('init', '-q')
  newsroom.write('outside.txt', 'secret')
  symlinkSync('../outside.txt', join(newsroom.root, 'posts/2026-01-06-link.md'))
  newsroom.write('public/assets/a.txt', 'a file')
  symlinkSync('../../outside.txt', join(newsroom.root, 'public/assets/link.txt'))
  newsroom.git('add', 'posts', 'public')
  newsroom.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},posts/theirs`)
  const { problems } = JSON.parse(newsroom.run('check-posts', '--format', 'json', '--quiet').out)
  const refused = problems.filter(({ rule }: { rule: string }) => rule === 'file')
  expect(refused.map(({ file, message }: Record<string, string>) => `${file} ${message}`)).toEqual([
    'posts/2026-01-06-link.md This is a link. Put the file itself here.',
    'posts/theirs This is a submodule: what is in it is decided elsewhere. Put the files themselves here.',
    'public/assets/link.txt This is a link. Put the file itself here.',
  ])
})

test('a large newsroom is read by several processes and told the same', () => {
  const large = scratchNewsroom()
  for (let number = 1; number <= 1001; number++)
    large.write(
      `posts/2026-01-01-number-${number}.md`,
      postText({}, number === 700 ? 'A  gap.' : `Part ${number}.`),
    )
  const { lines, code } = large.run('check-posts')
  expect(lines).toEqual([
    'posts/2026-01-01-number-700.md:7:2  note   spaces     There are 2 spaces. Write one.',
    '1,001 posts read: 1 note',
  ])
  expect(code).toBe(0)
  large.close()
})
