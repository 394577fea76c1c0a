import fc from 'fast-check'
import { formatProblem, type Problem } from '@/lib/content/problem'
import { newsroom, post, tidyUp } from '../newsroom'

afterEach(tidyUp)

/** What an editor may do to one of six files; few names, so that they get into each other's way. */
const names = ['chips', 'court', 'models', 'wafers']
const name = fc.constantFrom(...names)
const fields = fc.record(
  {
    slug: name,
    aliases: fc.constantFrom('/chips', '/court/lite', '/old', '/models.md').map((alias) => `[${alias}]`),
    related: name.map((slug) => `[${slug}]`),
    author: fc.constantFrom('desk', 'desk', 'desk', 'ada'),
    tags: fc.constantFrom('Chips', 'chips', 'Fab'),
    draft: fc.constant('true'),
  },
  { requiredKeys: [] },
)
const file = fc.integer({ min: 1, max: 6 }).map((number) => `posts/2026-01-0${number}-story-${number}.md`)
const deed = fc.oneof(
  fc.record({ path: file, fields: fc.option(fields) }),
  fc.record({ path: fc.constant('authors/ada.md'), fields: fc.option(fc.constant({})) }),
)

test('after any edits, what is told of files that are sound is what a new index would tell', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
      const { write, remove, sync } = newsroom()
      let report = await sync()
      for (const { path, fields } of deeds) {
        write(path, path.startsWith('authors') ? '---\nname: Ada\n---\n\nShe writes.\n' : post(fields ?? {}))
        if (!fields) remove(path)
        report = await sync()
      }
      const { quarantined, problems } = report
      // A new index knows no last good versions; where one is shown, the two differ for good reason.
      fc.pre(quarantined.length === 0 && !problems.some(({ severity }) => severity === 'error'))
      remove('.content')
      const told = (all: Problem[]) => all.map(formatProblem).sort()
      expect(told(problems)).toEqual(told((await sync()).problems))
      tidyUp()
    }),
    { numRuns: Number(process.env.FUZZ ?? 1) * 30 },
  )
}, 600_000)

test('a story that comes, goes or is renamed is told to those that name it, and to no others', async () => {
  const { write, remove, sync } = newsroom()
  const said = async () =>
    (await sync()).problems.map(({ file, rule }) => `${file.replace(/.*\d\d-|\.md$/g, '')} ${rule}`)
  write('posts/2026-01-01-chips.md', post({ related: '[court]' }))
  write('posts/2026-01-02-models.md', post({ related: '[wafers]' }))
  expect(await said()).toEqual(['chips related', 'models related'])
  write('posts/2026-01-03-court.md', post())
  expect(await said()).toEqual(['models related'])
  write('posts/2026-01-03-court.md', post({ slug: 'wafers' }))
  expect(await said()).toEqual(['chips related'])
  remove('posts/2026-01-03-court.md')
  expect(await said()).toEqual(['chips related', 'models related'])
})

test('an address that was taken is free when the other story goes', async () => {
  const { write, remove, sync } = newsroom()
  write('posts/2026-01-01-chips.md', post({ aliases: '[/old]' }))
  await sync()
  write('posts/2026-01-02-court.md', post({ aliases: '[/old, /chips/lite]' }))
  expect((await sync()).quarantined).toEqual(['posts/2026-01-02-court.md'])
  remove('posts/2026-01-01-chips.md')
  expect(await sync()).toMatchObject({ quarantined: [], problems: [] })
})

test('a spelling counts while a story that readers see has it', async () => {
  const { write, remove, sync } = newsroom()
  const said = async () => (await sync()).problems.map(({ message }) => message)
  write('posts/2026-01-01-fabs.md', post({ tags: '[Chips]' }))
  write('posts/2026-01-02-wafers.md', post({ tags: '[Chips]' }))
  write('posts/2026-01-03-court.md', post({ tags: '[chips]', draft: 'true' }))
  expect(await said()).toEqual([])
  write('posts/2026-01-03-court.md', post({ tags: '[chips]' }))
  const hint = '"Chips" in posts/2026-01-01-fabs.md has the same address. Write it one way.'
  expect(await said()).toEqual([`"chips" is written so only here. ${hint}`])
  write('posts/2026-01-04-models.md', post({ tags: '[chips]' }))
  expect(await said()).toEqual([`"chips" is written so here and in 1 more. ${hint}`])
  remove('posts/2026-01-03-court.md')
  expect(await said()).toEqual([`"chips" is written so only here. ${hint}`])
  write('posts/2026-01-04-models.md', post({ tags: '[Chips]' }))
  expect(await said()).toEqual([])
})
