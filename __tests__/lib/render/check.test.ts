import { formatProblem } from '@/lib/content/problem'
import { BodyError } from '@/lib/render/body'
import { checkBody } from '@/lib/render/check'
import { renderBody } from '@/lib/render/render'
import { facts, md, mdx } from './render-body'

const said = async (body: string) =>
  (await checkBody(mdx(body))).map(({ line, column, message }) => `${line}:${column} ${message}`)

describe('what an author is told about an .mdx post', () => {
  // The body begins on line 10 of the file.
  it.each([
    ['Text.\n\n<Chart />', '12:1 <Chart> is not in the vocabulary. Did you mean <Figure>?'],
    ['<Factbox title="x">y</Factbox>', '10:1 <Factbox> is not in the vocabulary. Did you mean <FactBox>?'],
    [
      '<iframe src="x" />',
      '10:1 <iframe> is HTML, which an .mdx post cannot hold. Write <Video src="…" title="…" />, or a link.',
    ],
    [
      'a {b} c',
      '10:3 Code in braces is not allowed in a post. Remove it; for the character itself write \\{.',
    ],
    [
      'a {b',
      '10:5 A "{" before this place is never closed. Code is not allowed in a post; for the character itself write \\{.',
    ],
    [
      'import x from "y"',
      '10:1 A paragraph cannot begin with "import": MDX takes it for code. Begin with another word.',
    ],
    [
      'export controls bite.',
      '10:1 A paragraph cannot begin with "export": MDX takes it for code. Begin with another word.',
    ],
    ['<Figure src="/assets/a.png" />', '10:1 <Figure> needs alt="…". Say what the picture shows.'],
    [
      '<Figure src="a.png" alt="x" />',
      '10:9 "src" of <Figure> is not a picture. Write its path, like /assets/images/name.svg, or its https address.',
    ],
    [
      '<Figure src="/assets/a.png" alt="x" captoin="y" />',
      '10:37 <Figure> has no "captoin". Did you mean "caption"?',
    ],
    [
      '<Figure src="/assets/a.png" alt="x" width="big" />',
      '10:37 "width" of <Figure> is "big". Write "normal", "wide" or "full".',
    ],
    ['<Figure src={x} alt="x" />', '10:9 "src" of <Figure> is not text in quotes. Write src="…".'],
    [
      '<Note {...x}>y</Note>',
      '10:7 Code in braces is not allowed in <Note>. Write each prop as name="value".',
    ],
    ['<Post slug="a" slug="b" />', '10:16 "slug" of <Post> is given twice. Remove one.'],
    [
      '<Video src="https://evil.test/x" title="y" />',
      '10:8 "src" of <Video> is not a video. Write the https address of a YouTube or Vimeo page, or the path of an .mp4 or .webm file.',
    ],
    ['text <Note>x</Note>', '10:6 <Note> stands in the middle of text. Put it on lines of its own.'],
    ['<Note>\n</Note>', '10:1 <Note> is empty. Write its content between the two tags.'],
    ['<Post slug="a">x</Post>', '10:1 <Post> holds nothing. Write <Post … /> and put the text after it.'],
    [
      '<Gallery>\n<Figure src="/assets/a.png" alt="x" />\n</Gallery>',
      '10:1 <Gallery> holds two or more <Figure … />. For one, leave <Gallery> out.',
    ],
    [
      '<PullQuote>\n- x\n</PullQuote>',
      '10:1 <PullQuote> holds only text. Put lists, headings and pictures outside.',
    ],
    [
      '<KeyPoints>\nx\n</KeyPoints>',
      '10:1 <KeyPoints> holds one Markdown list and nothing else. Begin each line with "- ".',
    ],
    [
      '<Timeline>\n- **1 May** x\n- y\n</Timeline>',
      '12:1 An item of <Timeline> begins with its date in bold: "- **date** text".',
    ],
    [
      '<FactBox title="x">\n<Note>y</Note>\n</FactBox>',
      '11:1 <Note> cannot stand in <FactBox>. Close <FactBox> before it.',
    ],
    [
      'Text.\n\n<Note>\nx',
      '12:1 <Note> is not closed where it should be. Write the closing tag on a line of its own, or close the tag itself: <Word … />.',
    ],
    [
      '<Note>\nx\n</FactBox>',
      '12:1 </FactBox> does not close <Note>. Write </Note> before it, or remove it.',
    ],
    ['x\n\n</Note>', '12:2 This closing tag has no opening tag. Remove it, or add the opening one.'],
    ['<Figure src=/a alt="b" />', '10:13 The value of a prop stands in double quotes: name="value".'],
    ['a <3 b', '10:4 A "<" begins a word of the vocabulary here. For the character itself write \\<.'],
    ['<!-- x -->', '10:2 A "<!" comment cannot stand in an .mdx post. Remove it.'],
    [
      '<https://x.test>',
      '10:8 An address in angle brackets cannot stand in an .mdx post. Write [text](https://…).',
    ],
    [
      '[a](javascript:b)',
      '10:1 "javascript:b" is not an address. Write https://…, mailto:… or a path of the site.',
    ],
  ])('%j', async (body, message) => {
    expect(await said(body)).toEqual([message])
  })

  it('tells all problems at once, in the order of the file, also those before one the parser stops at', async () => {
    expect(await said('{a}\n\n<Chart />\n\n<Figure alt="" />\n\n<b>x</b>')).toEqual([
      expect.stringMatching(/^10:1 Code/),
      expect.stringMatching(/^12:1 <Chart>/),
      expect.stringMatching(/^14:1 <Figure> needs src/),
      expect.stringMatching(/^14:9 "alt"/),
      expect.stringMatching(/^16:1 <b> is HTML/),
    ])
    expect(await said('<Chart />\n\n<Note>\nx')).toHaveLength(2)
  })

  it('reads as one line with file, place, rule and remedy', async () => {
    const [problem] = await checkBody(mdx('\n\n<Chart />'))
    expect(problem && formatProblem(problem)).toBe(
      'posts/a.mdx:12:1  error  mdx        <Chart> is not in the vocabulary. Did you mean <Figure>?',
    )
  })

  it('is what rendering throws, too', async () => {
    const body = mdx('{a}\n\n<Chart />')
    const error = await renderBody(body, facts).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(BodyError)
    expect((error as BodyError).problems).toEqual(await checkBody(body))
  })

  it('finds nothing wrong with a sound post', async () => {
    expect(await said('## Hi\n\n<Note>x</Note>\n\n`{code}` and \\{braces\\} and \\<3')).toEqual([])
  })
})

describe('what an author is told about an .md post', () => {
  it('names HTML that is lost, and keeps the post', async () => {
    const problems = await checkBody(md('Text.\n\n<iframe src="x"></iframe>\n\n<center>y</center> <b>z</b>'))
    expect(problems.map(({ line, severity, message }) => [line, severity, message])).toEqual([
      [
        12,
        'warning',
        '<iframe> and what it holds is not shown. Link to it, or write <Video> in an .mdx post.',
      ],
      [14, 'note', '<center> is not shown, only the text in it. Write Markdown.'],
    ])
  })

  it('names a word of the .mdx vocabulary, which would vanish with its picture', async () => {
    const [problem, ...others] = await checkBody(
      md('Text.\n\n<Figure src="/assets/a.png" alt="A" />\n\nMore.'),
    )
    expect(problem).toMatchObject({ line: 12, severity: 'warning', rule: 'html' })
    expect(problem?.message).toBe(
      '<Figure> works in .mdx posts only. Let the name of the file end in .mdx, or write Markdown.',
    )
    expect(others).toEqual([])
  })

  it('names a link that loses its address', async () => {
    const [problem] = await checkBody(md('Text [a](javascript:b).'))
    expect(problem).toMatchObject({ line: 10, column: 6, severity: 'warning', rule: 'html' })
  })

  it('says nothing of braces, Liquid and code', async () => {
    expect(
      await checkBody(md('{% include x.html %} {{ site.x }} <3 `<script>`\n\n```\n<iframe>\n```')),
    ).toEqual([])
  })
})

describe('what an author is told when the archive is known', () => {
  it('names pictures and posts that are not there', async () => {
    const body = mdx(
      '<Figure src="/assets/images/chip.svg" alt="x" />\n\n<Post slug="chips" />\n\n<Post slug="gone" />',
    )
    expect(await checkBody(body, facts)).toMatchObject([{ line: 14, rule: 'related', severity: 'warning' }])
    expect(await checkBody(md('x\n\n![a](assets/images/lost.png)'), facts)).toMatchObject([
      {
        line: 12,
        rule: 'image',
        severity: 'warning',
        message: expect.stringContaining('/assets/images/lost.png'),
      },
    ])
  })
})
