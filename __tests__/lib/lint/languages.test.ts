import { lintFile } from '@/lib/lint/lint-file'
import { parsePreferredWords } from '@/lib/lint/preferred-words'
import type { WordTools } from '@/lib/lint/rule'

const tools: WordTools = {
  isKnownWord: () => false,
  suggestWords: () => [],
  preferred: parsePreferredWords('wagen -> car'),
}

async function said(lang: string, body: string, title = 'Ein Urteil über die Hersteller') {
  const text = `---\ntitle: ${title}\ndescription: Was das Gericht über die Hersteller von Chips gesagt hat.\nauthor: desk\n${lang}---\n\n${body}\n`
  const bytes = new TextEncoder().encode(text)
  const { problems } = await lintFile({ path: 'posts/2026-01-01-a.md', bytes }, tools)
  return problems.map(({ rule, message }) => `${rule}: ${message}`)
}

test('of a text in another language the English rules say nothing', async () => {
  const body = 'Es waren die die das sagten, sie meinten den wagen.'
  expect(await said('lang: de\n', body, 'Das "Urteil" und wie\'s weitergeht')).toEqual([])
  const rules = (await said('', body, 'Das "Urteil" und wie\'s weitergeht')).map((line) => line.split(':')[0])
  expect(new Set(rules)).toEqual(new Set(['quotes', 'repeated', 'spelling', 'words']))
})

test('a text in which nearly every word is unknown gets one remark that says what may be the reason', async () => {
  const words = Array.from(
    { length: 40 },
    (_, index) => `wort${String.fromCharCode(97 + (index % 26))}${index > 25 ? 'x' : ''}`,
  )
  const found = await said('', `${words.join(' ')}.`)
  expect(found).toEqual([
    'spelling: 40 words are not in the dictionary. If this is another language, write "lang: …" in the head.',
  ])
})
