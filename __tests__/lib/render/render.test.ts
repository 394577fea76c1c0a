import { renderBody, renderPlainBody } from '@/lib/render/render'
import { facts, md, mdx } from './render-body'

const html = (body: string) => renderPlainBody(md(body), facts)

describe('headings', () => {
  it('begin at h2 and keep the fragments old links use', async () => {
    const { headings } = await renderBody(
      md(
        '# What’s *new*?\n\n## a -- b\n\n### Same\n\n### Same\n\n#### Deep\n\n## Old {#custom-id}\n\n## Über 2.0',
      ),
      facts,
    )
    expect(headings).toEqual([
      { id: 'whats-new', text: 'What’s new?', depth: 2 },
      { id: 'a----b', text: 'a – b', depth: 2 },
      { id: 'same', text: 'Same', depth: 3 },
      { id: 'same-1', text: 'Same', depth: 3 },
      { id: 'custom-id', text: 'Old', depth: 2 },
      { id: 'über-20', text: 'Über 2.0', depth: 2 },
    ])
  })

  it('never take the name of something the page needs', async () => {
    expect(await html('## __next_f\n\n## Navigation\n\n## Sources')).toMatch(
      /id="user-content-__next_f".*id="user-content-navigation".*id="user-content-sources"/s,
    )
  })

  it('of raw HTML keep their id, and links in the body follow one that had to change', async () => {
    expect(await html('<h2 id="old">x</h2> <a name="Top"></a>\n\n[up](#Top)')).toMatch(
      /id="old".*<a id="user-content-Top"><\/a>.*href="#user-content-Top"/s,
    )
  })
})

describe('Markdown', () => {
  it('has real quotes, dashes and dots, but not in code and addresses', async () => {
    expect(await html('"It\'s" -- *"so"* --- the \'90s... `"a" -- b` https://x.test/a--b')).toBe(
      '<p>“It’s” – <em>“so”</em> — the ’90s… <code>&quot;a&quot; -- b</code> ' +
        '<a href="https://x.test/a--b" rel="noopener external" class="external">https://x.test/a--b</a></p>',
    )
  })

  it('puts a table into a region that scrolls, with classes for alignment', async () => {
    expect(await html('| a | b |\n|:--|--:|\n| 1 | 2 |')).toBe(
      '<div class="table" role="region" aria-label="Table 1" tabindex="0"><table><thead><tr>' +
        '<th class="align-left" scope="col">a</th><th class="align-right" scope="col">b</th></tr></thead><tbody><tr>' +
        '<td class="align-left">1</td><td class="align-right">2</td></tr></tbody></table></div>',
    )
  })

  it('has footnotes that lead there and back', async () => {
    const page = await html('x[^a] y[^a]\n\n[^a]: note')
    expect(page).toContain('href="#user-content-fn-a"')
    expect(page).toContain('<li id="user-content-fn-a">')
    expect(page).toContain('aria-label="Back to the text, note 1, reference 2"')
  })

  it('has task lists without form fields', async () => {
    expect(await html('- [x] a\n- [ ] b')).toBe('<ul>\n<li>☑ Done: a</li>\n<li>☐ To do: b</li>\n</ul>')
  })

  it('colours code by classes, and shows code in an unknown language as it is', async () => {
    expect(await html('```js\nconst a = "x" // y\n```')).toContain(
      '<code class="language-js"><span class="tok-keyword">const</span> a = &quot;<span class="tok-string">x</span>',
    )
    expect(await html('```brainfog\na < b\n```')).toContain('<code class="language-brainfog">a &lt; b')
  })

  it('leaves Liquid as text', async () => {
    expect(await html('{% include a.html %} {{ page.title }}')).toBe(
      '<p>{% include a.html %} {{ page.title }}</p>',
    )
  })

  it('marks links that leave the site: in the page also for the ear, in feeds without furniture', async () => {
    expect(await html('[a](https://x.test) [b](/y)')).toBe(
      '<p><a href="https://x.test" rel="noopener external" class="external">a</a> <a href="/y">b</a></p>',
    )
    const { html: page } = await renderBody(md('## T\n\n[a](https://x.test)'), facts)
    expect(page).toContain('<h2 id="t"><a class="anchor" href="#t">T</a></h2>')
    expect(page).toContain('a<span class="hint"> (external link)</span></a>')
  })
})

describe('the page', () => {
  it('keeps a name and its number on one line, but not in code, and feeds need not', async () => {
    const body = 'It is GPT-3.5, **not** `GPT-4`.'
    expect((await renderBody(md(body), facts)).html).toBe(
      '<p>It is <span class="unbroken">GPT-3.5</span>, <strong>not</strong> <code>GPT-4</code>.</p>',
    )
    expect(await html(body)).not.toContain('span')
    const word = await renderBody(mdx('<PullQuote by="A reader of GPT-4">GPT-3.5 it is</PullQuote>'), facts)
    expect(word.html).toContain('<span class="unbroken">GPT-3.5</span> it is')
  })
})

describe('pictures', () => {
  it('of the site have their size and wait until they are near', async () => {
    expect(await html('a ![x](assets/images/chip.svg)')).toBe(
      '<p>a <img src="/assets/images/chip.svg" alt="x" width="800" height="450" loading="lazy" decoding="async"/></p>',
    )
    expect(await html('a ![x](lost.png)')).toContain('<img src="/lost.png" alt="x" loading="lazy"')
  })

  it('alone with a title are figures', async () => {
    expect(await html('![x](/assets/images/chip.svg "A chip")')).toMatch(
      /^<figure><img [^>]*><figcaption>A chip<\/figcaption><\/figure>$/,
    )
  })

  it('of another site are links, never requests', async () => {
    expect(await html('![A chart](https://x.test/y.png)')).toBe(
      '<p><a href="https://x.test/y.png" rel="noopener external" class="external">Picture: A chart (x.test)</a></p>',
    )
    expect(await html('[![A](//x.test/y.png)](/z)')).toBe('<p><a href="/z">Picture: A (x.test)</a></p>')
    expect(await renderPlainBody(mdx('<Figure src="https://x.test/y.png" alt="A" />'), facts)).not.toContain(
      '<img',
    )
  })
})
