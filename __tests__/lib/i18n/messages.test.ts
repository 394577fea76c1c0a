import { german } from '@/lib/i18n/de'
import { english } from '@/lib/i18n/en'

/** Every word of a language with the path to it; a word that takes a number or a name is tried with 1 and with 2. */
function said(words: object, path = ''): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, word]) => {
    if (typeof word === 'function') {
      return [1, 2].map((n): [string, string] => [`${path}${key}(${n})`, word(n, 3)])
    }
    return typeof word === 'string' ? [[path + key, word]] : said(word, `${path}${key}.`)
  })
}

test('each language says everything, and says something', () => {
  for (const words of [english, german]) {
    for (const [path, text] of said(words)) {
      expect([path, text]).toEqual([path, expect.stringMatching(/\S/)])
      expect([path, text]).toEqual([path, expect.not.stringMatching(/undefined|null|\[object|NaN/)])
    }
  }
  expect(said(german).map(([path]) => path)).toEqual(said(english).map(([path]) => path))
})

test('German is German: what reads the same in both languages is a name', () => {
  const inEnglish = new Map(said(english))
  const same = said(german).filter(([path, text]) => inEnglish.get(path) === text)
  expect(same.map(([, text]) => text)).toEqual(
    expect.arrayContaining(['System', 'Bluesky', 'LinkedIn', 'X', 'Interview', 'Video']),
  )
  expect(same.length).toBeLessThan(inEnglish.size / 6)
})

test('what counts things knows one from many', () => {
  expect([english.stories(1), english.stories(2)]).toEqual(['1 story', '2 stories'])
})
