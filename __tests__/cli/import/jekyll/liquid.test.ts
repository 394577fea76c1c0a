import { converted, jekyllPost, tidyUp } from '../old-site'

afterAll(tidyUp)

const other = { '_posts/2019-05-06-other-post.md': jekyllPost('Other.') }
const body = async (text: string, files?: Record<string, string>) => (await converted(text, files)).body

test.each([
  ['[x]({{ site.baseurl }}/2019/05/06/other-post.html#a)', '[x](/other-post#a)'],
  ['[x]({% post_url 2019-05-06-other-post %})', '[x](/other-post)'],
  ['[x]({% link _posts/2019-05-06-other-post.md %}#b)', '[x](/other-post#b)'],
  ['[x]({{ "/2019/05/06/other-post.html" | relative_url }})', '[x](/other-post)'],
  ['[x]({{ "2019/05/06/other-post.html" | absolute_url }})', '[x](/other-post)'],
  ['[x]({{ site.url }}{{ site.baseurl }}/2019/05/06/other-post.html)', '[x](/other-post)'],
  ['{{ page.title | upcase }} by {{ page.author }}', 'A POST by ann'],
  [
    '{% raw %}{{ site.title }}{% endraw %} and `{% raw %}{% if %}{% endraw %}`',
    '{{ site.title }} and `{% if %}`',
  ],
  ['a {%- comment -%} b --> c {%- endcomment -%} d', 'a <!-- b --&gt; c --> d'],
  ['{% assign list = "1|2" | split: "|" %}{% for n in list %}n{{ n }} {% endfor %}', 'n1 n2'],
  ['{% if page.title == "A post" %}yes{% else %}no{% endif %}', 'yes'],
  ['{% oembed https://example.org/x?a=1 %}', '<https://example.org/x?a=1>'],
  ['{% youtube "dQw4w9WgXcQ" %}', '<https://www.youtube.com/watch?v=dQw4w9WgXcQ>'],
  ['{% include youtube.html id="dQw4w9WgXcQ" %}', '<https://www.youtube.com/watch?v=dQw4w9WgXcQ>'],
  ['{{ "ann" | team_link }}', '<a href="/author/ann">Ann Author</a>'],
])('%s becomes %s', async (liquid, markdown) => {
  expect(await body(liquid, other)).toBe(markdown)
})

test('a highlighted block is fenced, in a list too, and with more backticks than are in it', async () => {
  expect(await body('{% highlight ruby linenos %}\nputs "```"\n{% endhighlight %}')).toBe(
    '````ruby\nputs "```"\n````',
  )
  expect(await body('- a\n\n  {% highlight sh %}\n  ls\n  {% endhighlight %}\n\n- b')).toBe(
    '- a\n\n  ```sh\n  ls\n  ```\n\n- b',
  )
  expect(await body('{% highlight liquid %}{% raw %}{{ x }}{% endraw %}{% endhighlight %}')).toBe(
    '```liquid\n{{ x }}\n```',
  )
})

test('an include of the site is written out, with its parameters and without those nobody gave', async () => {
  const files = {
    '_includes/fig.html': '<b>{{ include.a }}</b>{% if include.b %}B{% endif %}{{ include.c }}',
    '_includes/out.html': '[{% include fig.html a=include.x %}]',
  }
  expect(await body('{% include fig.html a="1" %}', files)).toBe('<b>1</b>')
  expect(await body('{% include out.html x="2" %}', files)).toBe('[<b>2</b>]')
})

describe('what cannot be known', () => {
  test('is kept as a comment in the text, told with its line, and the rest goes on', async () => {
    const { body: text, said } = await converted(
      'One.\n\n{% include newsletter.html %}\n\nTwo {{ site.posts.size }}.',
    )
    expect(text).toBe('One.\n\n<!-- {% include newsletter.html %} -->\n\nTwo <!-- {{ site.posts.size }} -->.')
    expect(said).toEqual([
      '_posts/2020-01-02-a-post.md:9  warn   liquid     {% include newsletter.html %} was not converted (there is no _includes/newsletter.html).',
      '_posts/2020-01-02-a-post.md:11  warn   liquid     {{ site.posts.size }} was not converted (undefined variable: site.posts).',
    ])
  })

  test('is kept as it is in code and in addresses', async () => {
    expect(await body('`{{ site.posts }}` and [x]({{ site.posts }}) <img alt="{{ site.posts }}">')).toBe(
      '`{{ site.posts }}` and [x]({{ site.posts }}) <img alt="{{ site.posts }}">',
    )
  })

  test('hides no text of a condition', async () => {
    const { body: text, said } = await converted(
      '{% if site.posts.size > 3 %}Both {{ page.title }}{% else %} kept{% endif %}',
    )
    expect(text).toBe(
      '<!-- {% if site.posts.size > 3 %} -->Both A post<!-- {% else %} --> kept<!-- {% endif %} -->',
    )
    expect(said[0]).toContain('(undefined variable: site.posts)')
  })

  test.each([
    ['a loop that does not end', '{% for i in (1..1000000000) %}x{% endfor %}'],
    ['loops in loops', '{% for i in (1..5000) %}{% for j in (1..5000) %}x{% endfor %}{% endfor %}'],
    ['a file outside', '{% include ../../../../etc/passwd %}'],
    ['a template language of another kind', '{% render "/etc/passwd" %}{% layout "x" %}'],
    ['what changes every day', '{{ "now" | date: "%s" }}'],
    ['a block that never ends', '{% for x in y %} text'],
  ])('%s is not run and stays in the file', async (_, liquid) => {
    const { body: text, said } = await converted(`Before.\n\n${liquid}\n\nAfter.`)
    expect(text).toContain('Before.')
    expect(text).toContain(liquid.slice(0, 12))
    expect(text).toContain('After.')
    expect(said.join()).toContain('was not converted')
    expect(text).not.toContain('root:')
  })

  test('a post with thousands of tags is left alone', async () => {
    const { said } = await converted('{% if x %}'.repeat(3000))
    expect(said[0]).toContain('more than 2000 Liquid tags')
  })

  test('a variable that nothing sets is nothing, as in Jekyll, and told', async () => {
    const { body: text, said } = await converted('a{{ page.nothing }}b{{ site.none }}c')
    expect(text).toBe('abc')
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('Nothing sets page.nothing')
  })
})

test('nothing of the program can be reached from a post', async () => {
  const text = await body('[{{ page.constructor }}{{ site.constructor.constructor }}{{ constructor }}]')
  expect(text.replace(/<!--.*?-->/g, '')).toBe('[]')
})

test('a post that is not Liquid is left as it is', async () => {
  const files = {
    '_posts/2020-01-02-a-post.md': jekyllPost('{{ page.title }}', 'render_with_liquid: false\n'),
  }
  expect(await body('', files)).toBe('{{ page.title }}')
})
