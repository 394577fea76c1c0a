import { jest } from '@jest/globals'
import { desk, story } from './scratch-newsroom'

jest.setTimeout(120_000)

const room = desk()
afterAll(room.close)

test('P14: an address that was public at a release and answers no more fails the check, until it leads somewhere', () => {
  room.write('posts/2026-01-01-chips.md', story({ aliases: '[/old/chips.html]' }))
  room.write('posts/2026-01-02-draft.md', story({ draft: 'true' }))
  expect(room.run('addresses').lines).toEqual(['addresses.txt: 2 addresses added'])
  expect(
    room
      .read('addresses.txt')
      .split('\n')
      .filter((line) => line.startsWith('/')),
  ).toEqual(['/chips', '/old/chips.html'])
  expect(room.run('check-posts').code).toBe(0)
  expect(room.run('addresses').lines).toEqual(['addresses.txt: 0 addresses added'])

  room.write('posts/2026-01-01-chips.md', story({ slug: 'semiconductors' }))
  const { lines, code } = room.run('check-posts')
  expect(lines.slice(0, 2).map((line) => line.split(' was public')[0])).toEqual([
    'addresses.txt:3:1  error  address    /chips',
    'addresses.txt:4:1  error  address    /old/chips.html',
  ])
  expect(code).toBe(1)

  room.write('posts/2026-01-01-chips.md', story({ slug: 'semiconductors', aliases: '[/chips]' }))
  room.write('gone.yml', '/old/chips.html: It was never linked.\n')
  expect(room.run('check-posts').code).toBe(0)

  room.write('gone.yml', '')
  room.write('posts/2026-01-01-chips.md', story({ aliases: '[/old/chips.html]', gone: 'It was wrong.' }))
  const gone = room.run('check-posts')
  expect(gone.code).toBe(0)
  expect(gone.out).toContain('posts/2026-01-01-chips.md (gone)')
})

test('a post that becomes a draft again takes its address with it', () => {
  room.write(
    'posts/2026-01-01-chips.md',
    story({ slug: 'semiconductors', aliases: '[/chips]', draft: 'true' }),
  )
  const { out } = room.run('check-posts', '--quiet')
  expect(out).toContain('/chips was public')
})
