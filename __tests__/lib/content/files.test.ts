import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listSourceFiles } from '@/lib/content/files'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'copydesk-files-'))
  for (const folder of ['posts', 'authors']) mkdirSync(join(root, folder))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (path: string, content: string | Uint8Array = 'x') => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), content)
}
const list = async (folder: 'posts' | 'authors' = 'posts') => {
  const { files, problems } = await listSourceFiles(root, folder)
  return {
    paths: files.map(({ path }) => path),
    problems: problems.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`).sort(),
  }
}

describe('the files of a publication', () => {
  test('are found in every sub-folder, sorted, with size and time', async () => {
    write('posts/b.mdx')
    write('posts/2023/03/a.md', 'four')
    write('posts/c.markdown')
    write('posts/Ünïcode – no.md')
    const { files } = await listSourceFiles(root, 'posts')
    expect(files.map(({ path }) => path)).toEqual(['posts/2023/03/a.md', 'posts/b.mdx', 'posts/c.markdown'])
    expect(files[0]).toEqual({ path: 'posts/2023/03/a.md', size: 4, mtimeMs: expect.any(Number) })
  })

  test('are none in an empty folder, which is no problem', async () => {
    expect(await list()).toEqual({ paths: [], problems: [] })
  })

  test('do not include what begins with a dot', async () => {
    write('posts/.gitkeep')
    write('posts/.obsidian/a.md')
    expect(await list()).toEqual({ paths: [], problems: [] })
  })

  test('are told from other things that lie there', async () => {
    for (const name of ['a.md.notready', 'b.txt', 'c.html', 'd']) write(`posts/${name}`)
    write('posts/README.md')
    write('authors/andre.md')
    write('authors/team/ada.md')
    write('authors/bob.mdx')
    expect(await list()).toEqual({
      paths: [],
      problems: [
        'note file posts/README.md',
        'warning file posts/a.md.notready',
        'warning file posts/b.txt',
        'warning file posts/c.html',
        'warning file posts/d',
      ],
    })
    expect(await list('authors')).toEqual({
      paths: ['authors/andre.md'],
      problems: ['warning file authors/bob.mdx', 'warning file authors/team'],
    })
  })

  test('are never links, neither to files nor to folders', async () => {
    write('elsewhere/secret.md')
    symlinkSync(join(root, 'elsewhere/secret.md'), join(root, 'posts/a.md'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'posts/b'))
    symlinkSync('nowhere', join(root, 'posts/c.md'))
    symlinkSync('.', join(root, 'posts/d'))
    expect(await list()).toEqual({
      paths: [],
      problems: ['a.md', 'b', 'c.md', 'd'].map((name) => `error file posts/${name}`),
    })
    const { problems } = await listSourceFiles(root, 'posts')
    for (const { message } of problems) expect(message).toBe('This is a link. Put the file itself here.')
  })

  test('are never those of another repository, such as a submodule that was fetched', async () => {
    write('posts/theirs/.git', 'gitdir: ../../.git/modules/theirs')
    write('posts/theirs/2026-01-01-a.md')
    write('posts/ours.md')
    expect(await list()).toEqual({ paths: ['posts/ours.md'], problems: ['error file posts/theirs'] })
  })

  test('are not where posts/ itself is a link', async () => {
    rmSync(join(root, 'posts'), { recursive: true })
    write('elsewhere/secret.md')
    symlinkSync(join(root, 'elsewhere'), join(root, 'posts'))
    expect(await list()).toEqual({ paths: [], problems: ['error folder posts'] })
  })

  test.each([
    'a\nb.md',
    'a\u202eb.md',
    'a%2fb.md',
    'a\\b.md',
    'a?.md',
    '-rf.md',
    'a#b.md',
    ' a.md',
    'a"b.md',
    '<b>.md',
    '$(x).md',
  ])('called %j are refused', async (name) => {
    write(`posts/${name}`)
    expect(await list()).toEqual({ paths: [], problems: [`error file posts/${name}`] })
  })

  test('over 512 KB are refused, and named so that their last good version can stay', async () => {
    write('posts/large.md', new Uint8Array(512 * 1024 + 1))
    write('posts/just.md', new Uint8Array(512 * 1024))
    expect(await list()).toEqual({ paths: ['posts/just.md'], problems: ['error file posts/large.md'] })
  })

  test('that are pipes are not waited for', async () => {
    execFileSync('mkfifo', [join(root, 'posts/pipe.md')])
    expect(await list()).toEqual({ paths: [], problems: ['error file posts/pipe.md'] })
  })
})

describe('a folder that cannot be seen into is not an empty one', () => {
  test('when it is not there', async () => {
    rmSync(join(root, 'posts'), { recursive: true })
    expect(await list()).toEqual({ paths: [], problems: ['error folder posts'] })
  })

  test('when it is a file', async () => {
    rmSync(join(root, 'posts'), { recursive: true })
    write('posts')
    expect(await list()).toEqual({ paths: [], problems: ['error folder posts'] })
  })

  test('when its name is too long for the system to read what is below', async () => {
    write('posts/a.md')
    const far = await listSourceFiles(join(root, 'x'.repeat(5000)), 'posts')
    expect(far.problems).toMatchObject([{ severity: 'error', rule: 'folder', file: 'posts' }])
  })
})
