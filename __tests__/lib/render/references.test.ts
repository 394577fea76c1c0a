import { findReferences } from '@/lib/render/references'
import { cpuTime } from '../../setup/cpu-time'
import { md, mdx } from './render-body'

describe('what a body refers to', () => {
  it('finds pictures as the paths they are served under', () => {
    const { pictures } = findReferences(
      md(
        '![a](assets/a.png) ![b](</assets/b c.png>) <img src="/assets/c.png"> ![d][d]\n\n[d]: /assets/d.jpg\n\n' +
          '![out](https://x.test/y.png) [![e](/assets/e.png "t")](/somewhere)',
      ),
    )
    expect(pictures).toEqual([
      '/assets/a.png',
      '/assets/b%20c.png',
      '/assets/c.png',
      '/assets/d.jpg',
      '/assets/e.png',
    ])
  })

  it('finds links with their line in the file', () => {
    const { links } = findReferences(
      md('[a](/x)\n\n[b](https://y.test/z_(1)) and <https://w.test>\n[![p](/p.png)](/q)'),
    )
    expect(links).toEqual([
      { href: '/x', line: 10, column: 3 },
      { href: 'https://y.test/z_(1)', line: 12, column: 3 },
      { href: 'https://w.test', line: 12, column: 31 },
      { href: '/q', line: 13, column: 14 },
    ])
  })

  it('finds what the words of .mdx name', () => {
    const found = findReferences(
      mdx(
        '<Figure\n  src="/assets/a.svg" alt="x > y"\n/>\n\n<Post slug="chips" />\n\n' +
          '<Video src="https://youtu.be/x" title="t" poster="/assets/p.jpg" />\n\n<PullQuote source="/s">q</PullQuote>',
      ),
    )
    expect(found.pictures).toEqual(['/assets/a.svg', '/assets/p.jpg'])
    expect(found.posts).toEqual(['chips'])
    expect(found.links).toEqual([
      { href: 'https://youtu.be/x', line: 16, column: 1 },
      { href: '/s', line: 18, column: 1 },
    ])
  })

  it('leaves code alone', () => {
    expect(findReferences(md('`[a](/x)`\n\n```\n![b](/y.png)\n```\n\n~~~\n[c](/z)')).links).toEqual([])
    expect(findReferences(md('```\n![b](/y.png)\n```\n\n[after](/a)')).links).toEqual([
      { href: '/a', line: 14, column: 7 },
    ])
  })

  it.each(['![', '[a](', '](', '<Figure ', '<a href="', '`', '```\n', '[a]: <'])(
    'does not stop at 190 KB of %j',
    (part) => {
      const started = cpuTime()
      findReferences(md(part.repeat(190_000 / part.length)))
      expect(cpuTime() - started).toBeLessThan(3000)
    },
  )
})
