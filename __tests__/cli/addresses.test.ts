import { jest } from '@jest/globals'
import { postText, scratchNewsroom } from './scratch-newsroom'

jest.setTimeout(120_000)

const newsroom = scratchNewsroom()
afterAll(newsroom.close)

test('P14: an address that was public at a release and answers no more fails the check, until it leads somewhere', () => {
  newsroom.write('posts/2026-01-01-chips.md', postText({ aliases: '[/old/chips.html]' }))
  newsroom.write('posts/2026-01-02-draft.md', postText({ draft: 'true' }))
  expect(newsroom.run('addresses').lines).toEqual(['addresses.txt: 2 addresses added'])
  expect(
    newsroom
      .read('addresses.txt')
      .split('\n')
      .filter((line) => line.startsWith('/')),
  ).toEqual(['/chips', '/old/chips.html'])
  expect(newsroom.run('check-posts').code).toBe(0)
  expect(newsroom.run('addresses').lines).toEqual(['addresses.txt: 0 addresses added'])

  newsroom.write('posts/2026-01-01-chips.md', postText({ slug: 'semiconductors' }))
  const { lines, code } = newsroom.run('check-posts')
  expect(lines.slice(0, 2).map((line) => line.split(' was public')[0])).toEqual([
    'addresses.txt:3:1  error  address    /chips',
    'addresses.txt:4:1  error  address    /old/chips.html',
  ])
  expect(code).toBe(1)

  newsroom.write('posts/2026-01-01-chips.md', postText({ slug: 'semiconductors', aliases: '[/chips]' }))
  newsroom.write('gone.yml', '/old/chips.html: It was never linked.\n')
  expect(newsroom.run('check-posts').code).toBe(0)

  newsroom.write('gone.yml', '')
  newsroom.write(
    'posts/2026-01-01-chips.md',
    postText({ aliases: '[/old/chips.html]', gone: 'It was wrong.' }),
  )
  const gone = newsroom.run('check-posts')
  expect(gone.code).toBe(0)
  expect(gone.out).toContain('posts/2026-01-01-chips.md (gone)')
})

test('a post that becomes a draft again takes its address with it', () => {
  newsroom.write(
    'posts/2026-01-01-chips.md',
    postText({ slug: 'semiconductors', aliases: '[/chips]', draft: 'true' }),
  )
  const { out } = newsroom.run('check-posts', '--quiet')
  expect(out).toContain('/chips was public')
})
