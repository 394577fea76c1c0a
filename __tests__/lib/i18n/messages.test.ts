import { german } from '@/lib/i18n/de'
import { english } from '@/lib/i18n/en'

/** Every message of a language with its path. A message that takes a number or a name is called with 1 and with 2. */
function listMessages(messages: object, path = ''): [path: string, text: string][] {
  return Object.entries(messages).flatMap(([key, message]) => {
    if (typeof message === 'function') {
      return [1, 2].map((n): [string, string] => [`${path}${key}(${n})`, message(n, 3)])
    }
    return typeof message === 'string' ? [[path + key, message]] : listMessages(message, `${path}${key}.`)
  })
}

test('each language has every message, and none is empty or broken', () => {
  for (const messages of [english, german]) {
    for (const [path, text] of listMessages(messages)) {
      expect([path, text]).toEqual([path, expect.stringMatching(/\S/)])
      expect([path, text]).toEqual([path, expect.not.stringMatching(/undefined|null|\[object|NaN/)])
    }
  }
  expect(listMessages(german).map(([path]) => path)).toEqual(listMessages(english).map(([path]) => path))
})

test('only names are the same in English and German', () => {
  const inEnglish = new Map(listMessages(english))
  const same = listMessages(german).filter(([path, text]) => inEnglish.get(path) === text)
  expect(same.map(([, text]) => text)).toEqual(
    expect.arrayContaining(['System', 'Bluesky', 'LinkedIn', 'X', 'Interview', 'Video']),
  )
  expect(same.length).toBeLessThan(inEnglish.size / 6)
})

test('counts use singular and plural', () => {
  expect([english.stories(1), english.stories(2)]).toEqual(['1 story', '2 stories'])
})
