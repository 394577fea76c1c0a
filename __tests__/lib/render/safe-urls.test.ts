import { safeId } from '@/lib/render/ids'
import { displayHost, isAllowedLink, isExternalLink, sitePicturePath } from '@/lib/render/safe-urls'

describe('P1: addresses, read as a browser reads them', () => {
  it.each(['/x', 'x', '#x', '?x', '../x', 'https://x.test', 'HTTP://x.test', 'mailto:a@b.test', '//x.test'])(
    '%s may be linked to',
    (url) => expect(isAllowedLink(url)).toBe(true),
  )
  it.each([
    'javascript:x',
    'java\tscript:x',
    '\u0001javascript:x',
    'data:,x',
    'vbscript:x',
    'blob:http://localhost:3000/x',
    'file:///x',
    'http://[',
  ])('%j may not', (url) => expect(isAllowedLink(url)).toBe(false))
  it.each(['//x.test', '\\\\x.test', '/\\x.test', '/\t/x.test', 'https:x.test', 'http:/\\x.test'])(
    '%j leaves the site',
    (url) => expect(isExternalLink(url)).toBe(true),
  )
  it.each([
    ['assets/a.png', '/assets/a.png'],
    ['/assets/a b.png', '/assets/a%20b.png'],
    ['http://localhost:3000/a.png', '/a.png'],
    ['/assets/../a.png?x', '/a.png?x'],
    ['/.//x.test/a.png', undefined],
    ['//x.test/a.png', undefined],
    ['https:x.test/a.png', undefined],
    ['data:image/png,x', undefined],
    ['blob:http://localhost:3000/x', undefined],
    ['', undefined],
  ])('%j is served as %j', (src, path) => expect(sitePicturePath(src)).toBe(path))

  it('have the host a reader knows', () => {
    expect(displayHost('https://www.x.test/y')).toBe('x.test')
  })
})

describe('P1: ids', () => {
  it.each(['chips', 'a----b', '-party', 'über-20', '2023'])('%s stays', (id) => expect(safeId(id)).toBe(id))
  it.each(['__next_f', 'TURBOPACK', 'main', 'navigation', 'a b', '$x', ''])('%j gets a prefix', (id) => {
    expect(safeId(id)).toMatch(/^user-content-[^\s]*$/)
    expect(safeId(safeId(id))).toBe(safeId(id))
  })
})
