import { jest } from '@jest/globals'
import { postText, scratchNewsroom } from './scratch-newsroom'

jest.setTimeout(120_000)

const newsroom = scratchNewsroom()
afterAll(newsroom.close)
const ask = (post: string) => newsroom.run('check-posts', '--why', post)

beforeAll(() => {
  newsroom.write('posts/2026-01-01-chips.md', postText({ aliases: '[/old/chips.html]' }))
  newsroom.write('posts/2026-01-02-broken.md', postText({ author: 'dest' }))
  newsroom.write('posts/2026-01-03-draft.md', postText({ draft: 'true' }))
  newsroom.write('posts/2199-01-04-later.md', postText())
  newsroom.write('posts/2026-01-05-hidden.md.notready', postText())
  newsroom.write('posts/2026-02-06-again.md', postText({ slug: 'chips' }))
  newsroom.write('posts/2026-01-07-head.md', 'A text without a head.\n')
  newsroom.write('posts/2026-01-08 drafts.md', postText())
  newsroom.write('posts/README.md', 'For us.\n')
  newsroom.write('drafts/2026-01-09-aside.md', postText())
  newsroom.write('posts/.2026-01-10-dotted.md', postText())
})

test.each([
  ['no-such-story', 'There is no post "no-such-story" in posts/.'],
  ['chipz', 'There is no post "chipz" in posts/. Did you mean posts/2026-01-01-chips.md?'],
  ['drafts', 'Did you mean posts/2026-01-08 drafts.md?'],
  ['README', 'A README is for the newsroom and not published.'],
  ['drafts/2026-01-09-aside.md', 'is not in posts/. If it is a post, move it to posts/2026-01-09-aside.md.'],
  ['posts/.2026-01-10-dotted.md', 'is not read, because its name begins with a dot.'],
  ['hidden', 'not read, because its name does not end in .md or .mdx'],
  ['head', 'posts/2026-01-07-head.md has errors.'],
  ['broken', 'There is no authors/dest.md. Did you mean "desk"?'],
  ['posts/2026-02-06-again.md', '"chips" is also the slug of posts/2026-01-01-chips.md'],
  ['/draft', 'posts/2026-01-03-draft.md is a draft. Remove "draft: true"'],
  ['later', 'posts/2199-01-04-later.md is scheduled for January 4, 2199'],
  ['chips', 'posts/2026-01-01-chips.md is valid, but there is no index yet.'],
])('why is "%s" not showing?', (post, answer) => {
  const { code, out } = ask(post)
  expect(out).toContain(answer)
  expect(code).toBe(1)
})

test('a post that is showing is told with its address, by whatever name it is asked for', () => {
  newsroom.run('sync')
  for (const name of ['chips', 'posts/2026-01-01-chips.md', 'https://example.org/chips', '/old/chips.html']) {
    const { code, out } = ask(name)
    expect(out).toContain('posts/2026-01-01-chips.md is public: it shows at http://localhost:3000/chips\n')
    expect(code).toBe(0)
  }
})

test('of two posts at one address, the other is named, too: it may be the one that was meant', () => {
  expect(ask('chips').out).toContain('posts/2026-02-06-again.md has the same URL.')
  expect(ask('draft').out).not.toContain('has the same URL')
})

test('a change that the index does not have, and one that only this machine has, are told', () => {
  newsroom.write('posts/2026-01-01-chips.md', postText({}, 'The court ruled on Wednesday.'))
  expect(ask('chips').out).toContain('the index has an older version of it. Run "npm run sync".')
  newsroom.run('sync')
  // Only its date: scheduled it is in the index, and out in the file.
  newsroom.write('posts/2199-01-04-later.md', postText({ date: '2026-01-04' }))
  expect(ask('later').out).toContain('the index has an older version of it.')
  newsroom.git('init', '-q')
  expect(ask('aside').out).toContain('drafts/2026-01-09-aside.md is not in posts/.')
  expect(ask('dotted').out).toContain('its name begins with a dot')
  expect(ask('chips').out).toContain('It is public only on this machine: the file is not in git yet.')
})
