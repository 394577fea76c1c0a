import { jest } from '@jest/globals'
import { desk, story } from './scratch-newsroom'

jest.setTimeout(120_000)

const room = desk()
afterAll(room.close)
const ask = (post: string) => room.run('check-posts', '--why', post)

beforeAll(() => {
  room.write('posts/2026-01-01-chips.md', story({ aliases: '[/old/chips.html]' }))
  room.write('posts/2026-01-02-broken.md', story({ author: 'dest' }))
  room.write('posts/2026-01-03-draft.md', story({ draft: 'true' }))
  room.write('posts/2199-01-04-later.md', story())
  room.write('posts/2026-01-05-hidden.md.notready', story())
  room.write('posts/2026-02-06-again.md', story({ slug: 'chips' }))
  room.write('posts/2026-01-07-head.md', 'A text without a head.\n')
  room.write('posts/2026-01-08 drafts.md', story())
  room.write('posts/README.md', 'For us.\n')
  room.write('drafts/2026-01-09-aside.md', story())
  room.write('posts/.2026-01-10-dotted.md', story())
})

test.each([
  ['no-such-story', 'There is no post "no-such-story" in posts/.'],
  ['chipz', 'There is no post "chipz" in posts/. Did you mean posts/2026-01-01-chips.md?'],
  ['drafts', 'Did you mean posts/2026-01-08 drafts.md?'],
  ['README', 'A README is for the newsroom and not published.'],
  [
    'drafts/2026-01-09-aside.md',
    'does not lie in posts/. If it is a story, move it to posts/2026-01-09-aside.md.',
  ],
  ['posts/.2026-01-10-dotted.md', 'is not read, because its name begins with a dot.'],
  ['hidden', 'not read, because its name does not end in .md or .mdx'],
  ['head', 'posts/2026-01-07-head.md has errors.'],
  ['broken', 'There is no authors/dest.md. Did you mean "desk"?'],
  ['posts/2026-02-06-again.md', '"chips" is also the slug of posts/2026-01-01-chips.md'],
  ['/draft', 'posts/2026-01-03-draft.md is a draft. Take "draft: true"'],
  ['later', 'posts/2199-01-04-later.md is scheduled for January 4, 2199'],
  ['chips', 'posts/2026-01-01-chips.md is right, but there is no index yet.'],
])('why is "%s" not showing?', (post, answer) => {
  const { code, out } = ask(post)
  expect(out).toContain(answer)
  expect(code).toBe(1)
})

test('a post that is showing is told with its address, by whatever name it is asked for', () => {
  room.run('sync')
  for (const name of ['chips', 'posts/2026-01-01-chips.md', 'https://example.org/chips', '/old/chips.html']) {
    const { code, out } = ask(name)
    expect(out).toContain('posts/2026-01-01-chips.md is public: it shows at http://localhost:3000/chips\n')
    expect(code).toBe(0)
  }
})

test('of two posts at one address, the other is named, too: it may be the one that was meant', () => {
  expect(ask('chips').out).toContain('posts/2026-02-06-again.md has the same address.')
  expect(ask('draft').out).not.toContain('has the same address')
})

test('a change that the index does not have, and one that only this machine has, are told', () => {
  room.write('posts/2026-01-01-chips.md', story({}, 'The court ruled on Wednesday.'))
  expect(ask('chips').out).toContain('the index has an older version of it. Run "npm run sync".')
  room.run('sync')
  // Only its date: scheduled it is in the index, and out in the file.
  room.write('posts/2199-01-04-later.md', story({ date: '2026-01-04' }))
  expect(ask('later').out).toContain('the index has an older version of it.')
  room.git('init', '-q')
  expect(ask('aside').out).toContain('drafts/2026-01-09-aside.md does not lie in posts/.')
  expect(ask('dotted').out).toContain('its name begins with a dot')
  expect(ask('chips').out).toContain('On other machines it does not: the file is not in git yet.')
})
