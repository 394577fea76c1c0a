import fc from 'fast-check'
import { splitFrontMatter } from '@/lib/content/front-matter'
import { postToMarkdown } from '@/lib/editions/markdown/article'
import type { Body } from '@/lib/render/body'
import { renderPlainBody } from '@/lib/render/render'
import { andre, desk, expectGolden, gpt4, origin, page, short } from '../../feeds/fixture'
import { facts, md, mdx } from '../../render/render-body'

const turn = async (body: Body, story = short) =>
  postToMarkdown({ story, authors: [andre, desk], html: await renderPlainBody(body, facts) })
/** What stands below the headline and the standfirst of the short story. */
const bodyOf = (text: string) => text.split('\n\nNothing happened.\n\n')[1]?.trim()

const everyWord = `
<KeyPoints>

- The first point.
- The second.

</KeyPoints>

Text with a [link](/chips) and *stress*.

<Figure src="/assets/images/chip.svg" alt="A chip" caption="It is small." credit="Drawn for us" />

<Gallery caption="Two views">
<Figure src="/assets/images/chip.svg" alt="From above" />
<Figure src="https://elsewhere.example/chip.jpg" alt="From the side" />
</Gallery>

<PullQuote by="A minister" source="https://source.example/speech">It will take years.</PullQuote>

<FactBox title="What a wafer is">

A disc of *silicon*.

- Round
- Thin

</FactBox>

<Timeline title="How it went">

- **12 May** — The rule is proposed.
- **1 June** — It is in force.

</Timeline>

<QA question="Who pays?">

Everybody, in the end.

</QA>

<Numbers title="In figures">

- **298** points of 400

</Numbers>

<Definition term="Fab">A factory for chips.</Definition>

<Note kind="disclosure">The author owns no shares.</Note>

<Video src="https://vimeo.com/123456" title="The launch" />

<Video src="/assets/launch.mp4" title="The launch again" />

<Post slug="chips" />
`

test('every word of the vocabulary is plain Markdown, and the whole the one that was read and found good', async () => {
  const text = await turn(mdx(everyWord), gpt4)
  expectGolden('article.md', text)
  expect(text.slice(text.indexOf('\n# '))).not.toMatch(/(?<!\\)<\/?[a-zA-Z]/)
})

test.each([
  ['a note', 'A[^x].\n\n[^x]: B *c*.', 'A[^x].\n\n[^x]: B *c*.'],
  ['raised and lowered letters', '10<sup>2</sup>, H<sub>2</sub>O', '10<sup>2</sup>, H<sub>2</sub>O'],
  ['code with its language', '```js\nlet a = "<b>"\n```', '```js\nlet a = "<b>"\n```'],
  ['a table', '| a | b |\n| - | -: |\n| 1 | 2 |', '| a |  b |\n| - | -: |\n| 1 |  2 |'],
  [
    'a table with a caption',
    '<table><caption>Prices</caption><tr><th>a</th></tr><tr><td>1</td></tr></table>',
    '**Prices**\n\n| a |\n| - |\n| 1 |',
  ],
  ['a picture', '![A chip](assets/images/chip.svg)', `![A chip](${origin}/assets/images/chip.svg)`],
  ['a link on the site', '[x](/chips) [y](#two)', `[x](${origin}/chips) [y](${origin}/a-quiet-day#two)`],
  ['signs that are none', '1\\. a \\* b \\_c\\_ \\# d', '1\\. a \\* b \\_c\\_ # d'],
  ['a struck word', '~~old~~ new', '~~old~~ new'],
])('%s comes out as it went in', async (_, written, expected) => {
  expect(bodyOf(await turn(md(written)))).toBe(expected)
})

test('what readers do not see is not there', async () => {
  const text = await turn(md('Seen.<!-- hidden remark -->'))
  expect(text).not.toMatch(/remark|posts\/|draft|\.md\b/)
})

test('the front matter is YAML with what the page says, and nothing else of the file', async () => {
  const read = async (story: typeof short) => {
    const bytes = new TextEncoder().encode(await turn(md('Text.'), story))
    return splitFrontMatter({ path: 'posts/a.md', bytes }).value?.data
  }
  expect(await read(gpt4)).toEqual({
    title: gpt4.title,
    description: gpt4.description,
    url: `${origin}/news-openai-unveils-gpt-4`,
    publication: 'The Inference',
    authors: [
      { name: 'Andre', url: `${origin}/author/andre` },
      { name: 'The Inference desk', url: `${origin}/author/desk` },
    ],
    contributors: [{ name: 'Mira Sol', role: 'research' }],
    published: gpt4.published,
    updated: gpt4.updated,
    type: 'analysis',
    dateline: 'San Francisco',
    categories: ['News', 'Research'],
    tags: ['OpenAI', 'GPT-4'],
    image: {
      url: `${origin}/assets/images/gpt-4.svg`,
      alt: 'A page of an exam',
      caption: 'The bar exam',
      credit: 'Drawn for us',
    },
    language: 'en',
  })
  const spiteful = `a: b # "c" '---' [x]`
  expect(await read({ ...short, title: spiteful })).toMatchObject({ title: spiteful })
  expect(await read(page)).not.toHaveProperty('published')
})

test('front matter reads back as it was for any title and description', async () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `x${text}`)
  fc.assert(
    fc.property(words, words, (title, description) => {
      const text = postToMarkdown({ story: { ...short, title, description }, authors: [], html: '' })
      const bytes = new TextEncoder().encode(text)
      expect(splitFrontMatter({ path: 'posts/a.md', bytes }).value?.data).toMatchObject({
        title,
        description,
      })
    }),
  )
})

test('a headline cannot become anything else', async () => {
  const text = await turn(md('Text.'), {
    ...short,
    title: '# [x](javascript:y) <b> *z*',
    description: '- 1\\. a',
  })
  expect(text).toContain('# # \\[x]\\(javascript:y) \\<b> \\*z\\*\n')
  expect(text).toContain('\n\\- 1\\\\. a\n')
})
