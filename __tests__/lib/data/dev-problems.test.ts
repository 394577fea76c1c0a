import { getPostProblems } from '@/lib/data/dev-problems'
import { post, tidyUp } from '../store/newsroom'
import { leaveSite, openSite } from './site'

const { NODE_ENV } = process.env
const inMode = (mode: string | undefined) => Object.assign(process.env, { NODE_ENV: mode })
const path = 'posts/2026-01-01-chips.md'

let room: ReturnType<typeof openSite>
beforeAll(() => {
  room = openSite()
  room.write(path, post({ image: 'assets/images/chip.svg' }, '<Figure src="/assets/a.svg" alt="A" />'))
  room.write('posts/2026-01-02-broken.md', post({ date: '2026-02-30' }))
})
afterEach(() => inMode(NODE_ENV))
afterAll(() => {
  leaveSite()
  tidyUp()
})

test('who writes is told what readers would miss, though it stops nothing', async () => {
  inMode('development')
  const said = async () =>
    (await getPostProblems('chips')).map(({ line = 0, rule, message }) => `${line} ${rule} ${message}`)
  const others = [
    '8 html <Figure> works in .mdx posts only. Let the name of the file end in .mdx, or write Markdown.',
    '8 image /assets/a.svg is not in public/. Add the file, or correct its path.',
  ]
  const lead = '0 image /assets/images/chip.svg is not in public/. Add the file, or correct its path.'
  expect(await said()).toEqual([lead, ...others])
  room.write(
    'public/assets/images/chip.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
  )
  // Questions of one moment share a look at the disk.
  await new Promise((done) => setTimeout(done, 300))
  expect(await said()).toEqual(others)
  expect(await getPostProblems('broken')).toMatchObject([{ severity: 'error', rule: 'date', line: 5 }])
})

test('readers are told nothing of it', async () => {
  inMode('production')
  expect(await getPostProblems('chips')).toEqual([])
})
