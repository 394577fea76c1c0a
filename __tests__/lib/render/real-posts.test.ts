import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBody } from '@/lib/render/check'
import { findReferences } from '@/lib/render/references'
import { renderPlainBody } from '@/lib/render/render'
import { facts } from './render-body'

const corpora = join(process.cwd(), '../shared/corpora')
const folders = ['18f/_posts', 'jekyll/docs/_posts'].map((folder) => join(corpora, folder))
const there = folders.every((folder) => existsSync(folder))

describe('posts of two real Jekyll sites', () => {
  const test = there ? it : it.skip
  test(there ? 'are all shown' : `are all shown (skipped: ${corpora} is not there)`, async () => {
    const failures: string[] = []
    for (const { path, body } of folders.flatMap(bodiesIn)) {
      const post = { path, body, format: 'md' as const, bodyLine: 1 }
      const errors = (await checkBody(post)).filter(({ severity }) => severity === 'error')
      const html = await renderPlainBody(post, facts).catch(String)
      if (errors.length > 0 || !html.startsWith('<')) failures.push(`${path} ${errors[0]?.message ?? html}`)
      findReferences(post)
    }
    expect(failures).toEqual([])
  }, 120_000)
})

function bodiesIn(folder: string) {
  const names = readdirSync(folder).filter((name) => /\.(md|markdown)$/.test(name))
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { path: `posts/${name}`, body: text.replace(/^---\n[\s\S]*?\n---[ \t]*\n/, '') }
  })
}
