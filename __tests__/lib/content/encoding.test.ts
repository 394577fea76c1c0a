import { mojibakeWarnings } from '@/lib/content/encoding'

const found = (text: string) => mojibakeWarnings('a.md', text)
/** The same damage as Latin-1 does it: bytes 80 to 9F become control characters. */
const latin1 = (text: string) => Buffer.from(text).toString('latin1')
// Written out, because Node 20's own windows-1252 decoder is Latin-1.
const pairs =
  `— â€” – â€“ ’ â€™ ‘ â€˜ “ â€œ … â€¦ • â€¢ € â‚¬ ™ â„¢ → â†’ − âˆ’ ≈ â‰ˆ ≤ â‰¤ ✓ âœ“ é Ã© £ Â£ ü Ã¼ ß ÃŸ ñ Ã±
 É Ã‰ Ü Ãœ Ö Ã– « Â« » Â» ° Â° · Â· 😀 ðŸ˜€ 🚀 ðŸš€`
    .split(/\s+/)
    .flatMap((character, index, all) => (index % 2 === 0 ? [[character, all[index + 1] ?? '']] : []))

describe('UTF-8 that was once read as Windows-1252', () => {
  test.each([
    ...pairs,
    ['”', 'â€\u009d'],
    ...pairs.map(([character = '']) => [character, latin1(character)]),
  ])('%s is recognised in what it became', (character, damaged) => {
    const [problem, ...more] = found(`one\ntwo ${damaged} three`)
    expect(more).toEqual([])
    expect(problem).toMatchObject({ line: 2, column: 5, severity: 'warning', rule: 'encoding' })
    expect(problem?.message).toBe(`"${damaged}" is a damaged character. It should be "${character}".`)
  })

  test.each([
    ['a word in Cyrillic', latin1('Привет'), '"Привет"'],
    ['a space that may not break', 'a\u00c2\u00a0b', 'a no-break space'],
    ['a byte order mark', 'aï»¿b', 'a byte order mark'],
    ['a quote whose last byte got lost', 'â€œHoâ€ and', '"”"'],
    ['a quote that was read as Latin-1', 'it\u0092s', '"’"'],
    ['a character that is gone', 'caf\ufffd', 'Write it again'],
    ['one that was gone before', 'cafï¿½', 'Write it again'],
  ])('%s', (_, text, meant) => {
    expect(
      found(text)
        .map(({ message }) => message)
        .join(),
    ).toContain(meant)
  })

  test.each([
    'It’s a “café…” – naïve, 50 €, x → y, ½, «oui»',
    'NÃO É A MAÇ\u00c3\u201d – CAFÉ… BÉBÉ”',
    'Voilà… São Paulo, Ærø, Ångström, señor, Übermaß',
    'Привет, мир. Ελλάδα. 新闻 😀',
    'Il a vécu à «Paris». “un bébé…”',
  ])('good writing is left alone: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('a file full of it gets twenty warnings and a last one', () => {
    const problems = found('â€” '.repeat(50))
    expect(problems).toHaveLength(21)
    expect(problems.at(-1)?.message).toContain('30 more')
  })
})
