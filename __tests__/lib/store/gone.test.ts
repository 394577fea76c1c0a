import { findGoneReason } from '@/lib/store/gone'
import { resolveOldPath } from '@/lib/store/queries/old-path'
import { postBySlug } from '@/lib/store/queries/posts'
import { indexVersion } from '@/lib/store/tag-versions'
import { newsroom, now, post, tidyUp } from './newsroom'

afterEach(tidyUp)

const reason = 'The claim in it could not be verified.'
const file = 'posts/2026-03-01-chips.md'
const chips = (more: Record<string, string> = {}) =>
  post({ title: 'Chips', aliases: '[/old-chips, /2023/chips.html]', ...more })
const addresses = ['/chips', '/chips/', '/old-chips', '/2023/chips.html']

test('a story whose file says why is gone at all its addresses, and comes back when it no longer does', async () => {
  const room = newsroom()
  room.write(file, chips())
  await room.sync()
  const index = room.reader()
  expect(findGoneReason(index, '/chips')).toBeUndefined()
  room.write(file, chips({ gone: reason }))
  await room.sync()
  for (const path of addresses) expect(resolveOldPath(index, now, path)).toEqual({ gone: reason })
  expect(postBySlug(index, now, 'chips')).toBeUndefined()
  room.write(file, chips())
  await room.sync()
  expect(postBySlug(index, now, 'chips')?.title).toBe('Chips')
  expect(resolveOldPath(index, now, '/old-chips')).toEqual({ movedTo: 'chips' })
})

test('a deleted story is missing, and gone where gone.yml says why', async () => {
  const room = newsroom()
  room.write(file, chips())
  await room.sync()
  const index = room.reader()
  room.remove(file)
  await room.sync()
  expect(resolveOldPath(index, now, '/chips')).toBeUndefined()
  const before = indexVersion(index)
  room.write('gone.yml', `/chips: ${reason}\n`)
  await room.sync()
  expect(resolveOldPath(index, now, '/chips')).toEqual({ gone: reason })
  expect(resolveOldPath(index, now, '/old-chips')).toBeUndefined()
  // Pages that were made before are outdated by it, and by nothing when it stays as it is.
  const after = indexVersion(index)
  expect(after).not.toBe(before)
  await room.sync()
  expect(indexVersion(index)).toBe(after)
})

test('with an error in gone.yml what it said last stays, and a file of another kind is named', async () => {
  const room = newsroom()
  room.write('gone.yml', `/chips: ${reason}\n`)
  await room.sync()
  const index = room.reader()
  room.write('gone.yml', '/chips:\n')
  expect((await room.sync()).problems).toMatchObject([{ file: 'gone.yml', line: 1, severity: 'error' }])
  expect(findGoneReason(index, '/chips')).toBe(reason)
  room.remove('gone.yml')
  room.write('gone.yaml', `/chips: ${reason}\n`)
  expect((await room.sync()).problems).toMatchObject([{ file: 'gone.yaml', severity: 'warning' }])
  expect(findGoneReason(index, '/chips')).toBeUndefined()
})

test('a story that is at the address, or has it among its old ones, is what readers get', async () => {
  const room = newsroom()
  room.write('gone.yml', `/chips: ${reason}\n/old-chips: ${reason}\n`)
  room.write(file, chips())
  const { problems } = await room.sync()
  expect(problems).toMatchObject(
    [1, 2].map((line) => ({
      file: 'gone.yml',
      line,
      severity: 'warning',
      message: expect.stringContaining(file),
    })),
  )
  expect(resolveOldPath(room.reader(), now, '/old-chips')).toEqual({ movedTo: 'chips' })
})
