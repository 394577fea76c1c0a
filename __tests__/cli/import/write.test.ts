import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportPlan } from '@/cli/import/plan'
import { writePlan } from '@/cli/import/write'
import { filesIn, folderWith, tidyUp } from './old-site'

afterAll(tidyUp)

const empty = { from: '', authors: [], pictures: [], addresses: [], problems: [], hints: [] }
const planOf = (...paths: string[]): ImportPlan => ({
  ...empty,
  posts: paths.map((path) => ({ path, text: 'new', source: 'old' })),
})
const outcomes = (plan: ImportPlan, root: string) =>
  writePlan(plan, root, false).map(({ outcome }) => outcome)

test.each([
  '../posts/a.md',
  '/etc/passwd',
  'posts/../../a.md',
  'posts/..',
  'posts/.hidden.md',
  'posts\\a.md',
  'posts//a.md',
  'site.config.ts',
  'public/a.png',
  'public/assets/../../a.png',
  'lib/a.ts',
  '',
])('nothing is written to %j', (path) => {
  const root = folderWith({ 'inner/x': '' })
  expect(outcomes(planOf(path), join(root, 'inner'))).toEqual(['refused'])
  expect(Object.keys(filesIn(root))).toEqual(['inner/x'])
})

test('a folder that is a link leads nowhere', () => {
  const outside = folderWith({})
  const root = folderWith({})
  symlinkSync(outside, join(root, 'posts'))
  expect(outcomes(planOf('posts/a.md'), root)).toEqual(['refused'])
  expect(existsSync(join(outside, 'a.md'))).toBe(false)
})

test('a file that is there is never written over, nor what a link points to', () => {
  const root = folderWith({ 'posts/mine.md': 'mine', 'posts/same.md': 'new', secret: 'secret' })
  symlinkSync(join(root, 'secret'), join(root, 'posts/link.md'))
  expect(outcomes(planOf('posts/mine.md', 'posts/same.md', 'posts/link.md', 'posts/fresh.md'), root)).toEqual(
    ['kept', 'same', 'kept', 'written'],
  )
  expect(filesIn(root)).toEqual({
    'posts/fresh.md': 'new',
    'posts/mine.md': 'mine',
    'posts/same.md': 'new',
    secret: 'secret',
  })
})
