import { getCorrectionsFeed, getCorrectionsPage } from '@/lib/data/corrections'
import { asked } from '../../setup/next-cache'
import { origin, readXml, textsOf } from '../feeds/fixture'
import { post, tidyUp } from '../store/newsroom'
import { clock, leaveSite, openSite } from './site'

const may = Date.parse('2026-05-20T10:00:00+02:00')
const note = (date: string, type: string, text: string) => `{ date: ${date}, type: ${type}, text: "${text}" }`

beforeAll(async () => {
  const { write, sync } = openSite()
  const notes = [
    note('2026-04-01', 'correction', 'It was six & not <b>five</b>.'),
    note('2026-05-01', 'update', 'The court agreed.'),
    note('2026-05-01', 'clarification', 'Only in part.'),
    note('2026-05-25', 'update', 'To be told.'),
  ]
  write('posts/2026-03-16-chips.md', post({ title: 'Chips', corrections: `[${notes.join(', ')}]` }))
  const hidden = { title: 'Secret', corrections: `[${note('2026-05-10', 'correction', 'Secret.')}]` }
  write('posts/2026-03-16-secret.md', post({ ...hidden, draft: 'true' }))
  write('posts/2026-07-16-later.md', post(hidden))
  for (let count = 0; count < 19; count++) {
    write(
      `posts/2026-01-01-old-${count}.md`,
      post({ corrections: `[${note('2026-02-01', 'correction', `Old ${count}.`)}]` }),
    )
  }
  await sync({ now: new Date(may) })
})
beforeEach(() => clock(may))
afterAll(() => {
  leaveSite()
  tidyUp()
})

test('every correction of a public story is listed, newest first, with the place where it stands', async () => {
  const list = await getCorrectionsPage(1)
  expect(list).toMatchObject({ count: 22, page: 1, pages: 2 })
  expect(list?.notes.slice(0, 3).map(({ path, text }) => [path, text])).toEqual([
    ['/chips#correction-2026-05-01', 'The court agreed.'],
    ['/chips#correction-2026-05-01-2', 'Only in part.'],
    ['/chips#correction-2026-04-01', 'It was six & not <b>five</b>.'],
  ])
})

test('older ones are on later pages, and beyond the last there is none', async () => {
  expect((await getCorrectionsPage(2))?.notes).toHaveLength(2)
  expect(await getCorrectionsPage(3)).toBeUndefined()
  expect(await getCorrectionsPage(0)).toBeUndefined()
})

test('the list is good until the next correction is due', async () => {
  await getCorrectionsPage(1)
  expect(asked.life).toMatchObject({
    revalidate: Date.parse('2026-05-25T00:00:00+02:00') / 1000 - may / 1000,
  })
})

test('the feed has an entry for each, which keeps its address when another is added', async () => {
  const { text } = await getCorrectionsFeed('rss')
  readXml(text)
  expect(textsOf(text, 'guid').slice(0, 2)).toEqual([
    `${origin}/chips#correction-2026-05-01`,
    `${origin}/chips#correction-2026-05-01-2`,
  ])
  expect(textsOf(text, 'title')).toContain('Correction: Chips')
  expect(textsOf(text, 'content:encoded')[2]).toBe('<p>It was six &#x26; not &#x3C;b>five&#x3C;/b>.</p>')
  expect(JSON.parse((await getCorrectionsFeed('json')).text).items[0]).toMatchObject({
    url: `${origin}/chips#correction-2026-05-01`,
    date_published: '2026-05-01T00:00:00+02:00',
  })
  readXml((await getCorrectionsFeed('atom')).text)
  expect(text).not.toContain('Secret')
})
