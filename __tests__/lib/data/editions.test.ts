import { getLitePost } from '@/lib/data/lite'
import { getLlmsTxt, getPostMarkdown } from '@/lib/data/markdown'
import { post, tidyUp } from '../store/newsroom'
import { clock, leaveSite, openSite } from './site'

afterAll(() => {
  leaveSite()
  tidyUp()
})

test('a draft or scheduled story is there in no edition before its time', async () => {
  const { write, sync } = openSite()
  const noon = Date.parse('2026-03-16T12:00:00+01:00')
  clock(noon - 1)
  write('posts/2026-03-16-later.md', post({ title: 'Later', date: '2026-03-16 12:00' }))
  write('posts/2026-03-16-secret.md', post({ title: 'Secret', draft: 'true' }))
  await sync()
  for (const slug of ['later', 'secret', 'nothing', '__proto__']) {
    expect(await getPostMarkdown(slug)).toBeUndefined()
    expect(await getLitePost(slug)).toBeUndefined()
  }
  expect((await getLlmsTxt()).text).not.toMatch(/later|secret/i)
  clock(noon)
  expect((await getPostMarkdown('later'))?.text).toContain('# Later')
  expect((await getLitePost('later'))?.text).toContain('<h1>Later</h1>')
  expect((await getLlmsTxt()).text).toContain('/later.md')
})
