import { converted, tidyUp } from '../old-site'

afterAll(tidyUp)

const body = async (text: string) => (await converted(text)).body

describe('attribute lists', () => {
  test.each([
    ['## Title\n{: #my-id}\n\nText.', '## Title {#my-id}\n\nText.'],
    ['## Title {#my-id}\n\nText.', '## Title {#my-id}\n\nText.'],
    ['A paragraph.\n{: #here .big}', '<a id="here"></a>A paragraph.'],
    ['An *important*{: #x} word.', 'An <a id="x"></a>*important* word.'],
    ['[out](https://example.org){:target="_blank" rel="noopener"}.', '[out](https://example.org).'],
    ['![p](/assets/p.png){: .left width="20" }', '![p](/assets/p.png)'],
    ['| a | b |\n|---|---|\n| 1 | 2 |\n{: .table .wide}', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['- one\n- two\n{: .list}', '- one\n- two'],
    ['{: .before}\nText.', 'Text.'],
    ['{:note: .callout #n}\n\nText.\n{:note}', 'Text.'],
    ['    code\n{: .language-ruby}', '```ruby\ncode\n```'],
    ['```\ncode\n```\n{: .language-ruby .big}', '```ruby\ncode\n```'],
  ])('%j becomes %j', async (kramdown, markdown) => {
    expect(await body(kramdown)).toBe(markdown)
  })

  test.each(['`{: .x}`', '```\n{: .x}\n```', 'Elixir says {:ok, value} or {:error}.', '\\{: .x}'])(
    '%j is none and stays',
    async (text) => {
      expect(await body(text)).toBe(text)
    },
  )

  test('are told where they said something', async () => {
    const { said } = await converted('Text.\n\nMore.\n{: .font-small}')
    expect(said).toEqual([
      '_posts/2020-01-02-a-post.md:10  warn   kramdown   {: .font-small} says how the old site looked and was left out.',
    ])
  })
})

test('a place for a table of contents becomes toc: true', async () => {
  const { head, body: text } = await converted('Intro.\n\n* TOC\n{:toc}\n\n## One\n\nText.')
  expect(head).toContain('toc: true')
  expect(text).toBe('Intro.\n\n\n\n## One\n\nText.')
})

test('comments and blocks without Markdown keep what is in them', async () => {
  expect(await body('a\n\n{::comment}\nhidden --> text\n{:/comment}\n\nb')).toBe(
    'a\n\n<!-- hidden --&gt; text -->\n\nb',
  )
  expect(await body('{::nomarkdown}<b>x</b>{:/}')).toBe('<b>x</b>')
  expect(await body('{::options parse_block_html="true" /}\n\nb')).toBe('b')
})

test('abbreviations are marked in the text, not in code and not in other words', async () => {
  const text = 'HTML and `HTML` in XHTML.\n\n*[HTML]: Hypertext "Markup" Language\n'
  expect(await body(text)).toBe(
    '<abbr title="Hypertext &quot;Markup&quot; Language">HTML</abbr> and `HTML` in XHTML.',
  )
  expect(await body('*[Sky photo](https://example.org/sky)*')).toBe('*[Sky photo](https://example.org/sky)*')
})

describe('definition lists', () => {
  test('become HTML, whose Markdown stays Markdown', async () => {
    expect(
      await body(
        'Before.\n\nChip\n: A piece of silicon.\n: Or *food*.\n\nGPU\nCard\n\n: One thing.\n\n  More of it.\n\nAfter.',
      ),
    ).toBe(
      'Before.\n\n<dl>\n<dt>Chip</dt>\n<dd>A piece of silicon.</dd>\n<dd>\n\nOr *food*.\n\n</dd>\n<dt>GPU</dt>\n<dt>Card</dt>\n<dd>\n\nOne thing.\n\nMore of it.\n\n</dd>\n</dl>\n\nAfter.',
    )
  })

  test.each(['```\nTerm\n: no\n```', '# Title\n: no', 'https://example.org', '- a\n: no'])(
    '%j is none',
    async (text) => {
      expect(await body(text)).toBe(text)
    },
  )
})

test('Markdown in HTML gets the empty lines it needs here', async () => {
  expect(await body('<div class="x" markdown="1">\n**bold** [a](b)\n</div>\n\nText.')).toBe(
    '<div class="x">\n\n\n**bold** [a](/2020/01/02/b)\n\n\n</div>\n\nText.',
  )
})

test('HTML that is indented does not become code', async () => {
  expect(await body('<div>\n\n    <p>Text</p>\n\n</div>\n\n    code')).toBe(
    '<div>\n\n<p>Text</p>\n\n</div>\n\n    code',
  )
})

test('footnotes are the same here', async () => {
  const text = 'Text[^1].\n\n[^1]: The note.\n\n    Its second paragraph.'
  expect(await body(text)).toBe(text)
})

test('frames become links, a video to its page', async () => {
  expect(
    await body(
      '<iframe width="1" src="https://www.youtube-nocookie.com/embed/abc-1" title="A talk"></iframe>',
    ),
  ).toBe('<a href="https://www.youtube.com/watch?v=abc-1">A talk</a>')
  const { body: text, said } = await converted('<iframe src="//maps.example/x?a=1&amp;b=2"></iframe>')
  expect(text).toBe('<a href="https://maps.example/x?a=1&amp;b=2">maps.example</a>')
  expect(said[0]).toContain('became a link to https://maps.example')
})

test('what runs stays in the file and is told', async () => {
  const { body: text, said } = await converted('<script>alert(1)</script>\n\nText <svg onload="x"></svg>')
  expect(text).toContain('<script>alert(1)</script>')
  expect(said.map((line) => line.replace(/.*html +/, ''))).toEqual([
    '<script> was kept in the file, and is not shown.',
    '<svg> was kept in the file, and is not shown.',
  ])
})
