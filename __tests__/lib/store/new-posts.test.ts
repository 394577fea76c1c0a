import { newsroom, post, tidyUp } from './newsroom'

afterEach(tidyUp)

/** Stories that stand for all a new one may be at odds with. */
const there = {
  'posts/2026-01-01-chips.md': post({ categories: 'News', tags: '[AI, Chips]' }),
  'posts/2026-01-02-oil.md': post({
    tags: '[AI]',
    related: '[gas]',
    aliases: '[/old.html, /coal, /wind/lite]',
  }),
  'posts/2026-01-03-draft.md': post({ draft: 'true', tags: '[Secret]' }),
  'posts/2026-01-04-us.md': post({ layout: 'page', tags: '[About us]' }),
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, n) => [
      `posts/2026-02-0${n + 1}-s.md`,
      post({ slug: `s-${n}`, series: 'Summit', category: 'Sport' }),
    ]),
  ),
}

test.each<[string, Record<string, string>[]]>([
  ['that is like most', [{ categories: 'News', tags: '[AI]', related: '[chips]' }]],
  ['with a tag that nobody had', [{ tags: '[Brand new]' }]],
  ['with a tag in other letters', [{ tags: '[ai]' }]],
  ['with a tag that only a draft has, in other letters', [{ tags: '[secret]' }]],
  ['with a tag that only a page has, in other letters', [{ tags: '[About Us]' }]],
  ['two with a new tag, each in its letters', [{ tags: '[Wave]' }, { tags: '[wave]' }]],
  ['that another waits for', [{ slug: 'gas' }]],
  ['with the slug of another', [{ slug: 'chips' }]],
  ['two with one slug', [{ slug: 'twin' }, { slug: 'twin' }]],
  ['with an address that another had', [{ slug: 'coal' }]],
  ['with an edition at an address that another had', [{ slug: 'wind' }]],
  ['with the address of another for an old one', [{ aliases: '[/chips]' }]],
  ['with an unknown author', [{ author: 'nobody' }]],
  ['related to one that is not there', [{ related: '[nowhere]' }]],
  ['with a mistyped category', [{ categories: 'Sprot' }]],
  ['with a mistyped series', [{ series: 'Sumit' }]],
])('of a new story %s the same is said as if all had been read anew', async (_what, stories) => {
  const [room, fresh] = [newsroom(), newsroom()]
  const write = ({ write: put }: typeof room, files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) put(path, text)
  }
  for (const each of [room, fresh]) {
    write(each, there)
    await each.sync({ keepDrafts: true })
  }
  const added = Object.fromEntries(
    stories.map((fields, n) => [`posts/2026-05-0${n + 1}-new-${n}.md`, post(fields)]),
  )
  write(room, added)
  write(fresh, { ...added, 'authors/other.md': '---\nname: Another\n---\n' })
  // A new author has the whole checked, whatever the story is like.
  const whole = await fresh.sync({ keepDrafts: true })
  const { problems, quarantined } = await room.sync({ keepDrafts: true })
  expect(problems).toEqual(whole.problems)
  expect(quarantined).toEqual(whole.quarantined)
})
