import { needsFullSync } from '@/lib/publish/needs-full-sync'

const changes = (...paths: string[]) => ({ commit: 'b', dirty: [], changedPathsSince: { paths, since: 'a' } })
const stories = (count: number) =>
  Array.from({ length: count }, (_, number) => `posts/2026-01-01-story-${number}.md`)

test('A large newsroom takes in what an editor pushes within the server', () => {
  expect(needsFullSync(100_000, changes())).toBe(false)
  expect(needsFullSync(100_000, changes(...stories(500), 'public/assets/chip.svg', 'front.yml'))).toBe(false)
})

test('What would have it look at all files or check all stories is left to a process of its own', () => {
  expect(needsFullSync(100_000, changes(...stories(501)))).toBe(true)
  expect(needsFullSync(100_000, changes('authors/ada-example.md'))).toBe(true)
  expect(needsFullSync(100_000, { commit: 'b', dirty: [] })).toBe(true)
  expect(needsFullSync(100_000)).toBe(true)
})

test('A small newsroom never needs that', () => {
  expect(needsFullSync(10_000)).toBe(false)
  expect(needsFullSync(10_000, changes(...stories(2_000), 'authors/ada-example.md'))).toBe(false)
})
