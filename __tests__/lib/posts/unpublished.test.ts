import { preview, unpublished } from '@/lib/posts/unpublished'
import { previewToken } from '@/lib/preview-token'
import { asked } from '../../setup/next-cache'
import { post, tidyUp } from '../archive/newsroom'
import { clock, leaveSite, openSite } from './site'

const noon = Date.parse('2026-05-20T12:00:00+02:00')
const minute = 60_000
const secret = 's'.repeat(40)
const tokenOf = (slug: string, until = noon + minute) => previewToken(secret, slug, until)
let room: ReturnType<typeof openSite>

beforeAll(async () => {
  process.env.PREVIEW_SECRET = secret
  room = openSite()
  room.write('posts/2026-01-01-hidden.md', post({ title: 'Hidden', draft: 'true', tags: 'Secrets' }))
  room.write('posts/2026-05-21-later.md', post({ title: 'Later' }))
  room.write('posts/2026-01-02-public.md', post({ title: 'Public' }))
  await room.sync({ now: new Date(noon), keepDrafts: true })
})
beforeEach(() => clock(noon))
afterAll(() => {
  delete process.env.PREVIEW_SECRET
  leaveSite()
  tidyUp()
})

test('a draft and a scheduled story are shown to whoever holds their token', async () => {
  expect(await preview('hidden', tokenOf('hidden'))).toMatchObject({
    story: { title: 'Hidden', draft: true },
    isScheduled: false,
    until: '2026-05-20T10:01:00.000Z',
  })
  expect(await preview('later', tokenOf('later'))).toMatchObject({
    story: { title: 'Later' },
    isScheduled: true,
  })
})

test('a story that is out by then is shown where it is', async () => {
  expect(await preview('public', tokenOf('public'))).toBe('public')
  clock(noon + 1440 * minute)
  expect(await preview('later', tokenOf('later', noon + 2000 * minute))).toBe('public')
})

test('what is shown is asked for anew after a second, so that the last minute ends in time', async () => {
  await preview('hidden', tokenOf('hidden'))
  expect(asked.life).toMatchObject({ revalidate: 1, expire: 300 })
  clock(noon + minute)
  expect(await preview('hidden', tokenOf('hidden'))).toBeUndefined()
})

test('a draft whose text is not in the index of this deployment is not there', async () => {
  await room.sync({ now: new Date(noon) })
  expect(await preview('hidden', tokenOf('hidden'))).toBeUndefined()
  expect(await preview('later', tokenOf('later'))).toMatchObject({ story: { title: 'Later' } })
})

test('readers get no list of what is not public', async () => {
  expect(await unpublished()).toBeUndefined()
})
