import fc from 'fast-check'
import { createLatinStemmer } from '@/lib/store/search/latin-tokens'
import { toIndexText, tokenize } from '@/lib/store/search/tokenize'

const slowly = (text: string) =>
  tokenize(text)
    .flatMap(({ terms }) => terms)
    .join(' ')

test('the fast way through English finds the words that the way through any language finds', () => {
  const sign = fc.constantFrom(
    ...`aBzZ09'-–—’“”…€·@[\`{/:_ \u00a0\n\t`,
    'Running ',
    'runner’s ',
    'GPT-4 ',
    'é',
    'ß',
    '人工',
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const text = signs.join('')
      expect(toIndexText(text)).toBe(slowly(text))
    }),
    { numRuns: 2000 },
  )
})

test('more different words than are remembered are made the same way', () => {
  const stems = createLatinStemmer((word) => `<${word.toLowerCase()}>`, 10)
  const text = Array.from({ length: 100 }, (_, n) => `W${n % 37}`).join(' ')
  expect(stems(text)).toBe(text.toLowerCase().replace(/w\d+/g, '<$&>'))
})
