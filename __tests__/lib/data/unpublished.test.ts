import { getPreview, getPreviewState, listUnpublished } from '@/lib/data/unpublished'
import { createPreviewToken, tokenId } from '@/lib/preview-token'
import { asked } from '../../setup/next-cache'
import { post, tidyUp } from '../store/newsroom'
import { clock, leaveSite, openSite } from './site'

const noon = Date.parse('2026-05-20T12:00:00+02:00')
const minute = 60_000
const secret = 's'.repeat(40)
const tokenOf = (slug: string, until = noon + minute) => createPreviewToken(secret, slug, until)
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
  expect(await getPreview('hidden', tokenOf('hidden'))).toMatchObject({
    post: { title: 'Hidden', draft: true },
    isScheduled: false,
    until: '2026-05-20T10:01:00.000Z',
  })
  expect(await getPreview('later', tokenOf('later'))).toMatchObject({
    post: { title: 'Later' },
    isScheduled: true,
  })
})

test('a story that is out by then is shown where it is', async () => {
  expect(await getPreviewState('public', tokenOf('public'))).toBe('public')
  expect(await getPreview('public', tokenOf('public'))).toBeUndefined()
  clock(noon + 1440 * minute)
  expect(await getPreviewState('later', tokenOf('later', noon + 2000 * minute))).toBe('public')
})

test('P3: what is shown ends in the second in which the token does, and nothing of it is cached', async () => {
  asked.life = undefined
  clock(noon + minute - 1)
  expect(await getPreview('hidden', tokenOf('hidden'))).toBeDefined()
  clock(noon + minute)
  expect(await getPreview('hidden', tokenOf('hidden'))).toBeUndefined()
  expect(asked.life).toBeUndefined()
})

test('the status is asked for anew as soon as Next allows', async () => {
  expect(await getPreviewState('hidden', tokenOf('hidden'))).toBe('draft')
  expect(asked.life).toMatchObject({ revalidate: 1, expire: 300 })
  expect(await getPreviewState('hidden', 'x')).toBeUndefined()
})

test('P3: a revoked token opens nothing, and with an error in previews.yml none does', async () => {
  const [hidden, later] = [tokenOf('hidden'), tokenOf('later')]
  const opens = async () => [
    (await getPreview('hidden', hidden)) !== undefined,
    (await getPreview('later', later)) !== undefined,
  ]
  const revoke = async (text: string) => {
    room.write('previews.yml', text)
    return (await room.sync({ now: new Date(noon), keepDrafts: true })).problems
  }
  const at = '2026-05-20T10:00:00.000Z'
  await revoke(`tokens:\n  "${tokenId(hidden)}": ${at}\n`)
  expect(await opens()).toEqual([false, true])
  await revoke(`posts:\n  later: ${at}\n`)
  expect(await opens()).toEqual([true, false])
  await revoke(`all: ${at}\n`)
  expect(await opens()).toEqual([false, false])
  expect(await revoke('all: today\n')).toMatchObject([{ file: 'previews.yml', line: 1, rule: 'previews' }])
  expect(await opens()).toEqual([false, false])
  room.remove('previews.yml')
  await room.sync({ now: new Date(noon), keepDrafts: true })
  expect(await opens()).toEqual([true, true])
})

test('a draft whose text is not in the index of this deployment is not there', async () => {
  await room.sync({ now: new Date(noon) })
  expect(await getPreview('hidden', tokenOf('hidden'))).toBeUndefined()
  expect(await getPreview('later', tokenOf('later'))).toMatchObject({ post: { title: 'Later' } })
})

test('readers get no list of what is not public', async () => {
  expect(await listUnpublished()).toBeUndefined()
})
