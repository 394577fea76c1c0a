import { toLiteBody } from '@/lib/editions/lite/body'

const facts = {
  isPublicPost: (slug: string) => slug === 'chips',
  file: (path: string) =>
    path === '/assets/a.jpg' ? { type: 'image/jpeg', bytes: 212_345, width: 1600, height: 900 } : undefined,
}
const lite = (html: string) => toLiteBody(html, facts)

test('a picture is a link that says what it shows and how much it is', () => {
  expect(lite('<p><img src="/assets/a.jpg" alt="A chip" width="1600" height="900" loading="lazy"></p>')).toBe(
    '<p><a href="/assets/a.jpg">Picture: A chip (JPEG, 213 kB)</a></p>',
  )
})

test('a picture that nobody measured is a link, too', () => {
  expect(lite('<img src="/assets/b.png" alt="B">')).toBe('<a href="/assets/b.png">Picture: B</a>')
})

test('a picture in a link becomes words of that link', () => {
  expect(lite('<a href="/x"><img src="/assets/a.jpg" alt="A chip"></a>')).toBe(
    '<a href="/x">Picture: A chip (JPEG, 213 kB)</a>',
  )
})

test('decoration is left out', () => {
  expect(lite('<aside><img src="/assets/a.jpg" alt=""><p>Read</p></aside>')).toBe(
    '<aside><p>Read</p></aside>',
  )
})

test('a film is a link with its title', () => {
  expect(
    lite(
      '<figure class="video"><video controls src="/assets/v.mp4" aria-label="Launch"><track></video></figure>',
    ),
  ).toBe('<figure><a href="/assets/v.mp4">Video: Launch</a></figure>')
})

test('links to stories stay in the lite edition, others lead where they led', () => {
  expect(
    lite('<a href="/chips#two">a</a><a href="/about">b</a><a href="https://x.example/" rel="a">c</a>'),
  ).toBe('<a href="/chips/lite#two">a</a><a href="/about">b</a><a href="https://x.example/">c</a>')
})

test('the colours of code go, its lines stay', () => {
  expect(
    lite(
      '<pre class="code" tabindex="0" dir="ltr"><code class="language-js"><span class="k">let</span> a\n</code></pre>',
    ),
  ).toBe('<pre tabindex="0" dir="ltr"><code>let a\n</code></pre>')
})

test('a table keeps its region for the keyboard and its alignment', () => {
  const table =
    '<div role="region" aria-label="Table 1" tabindex="0"><table><tbody><tr><td class="align-right">1</td></tr></tbody></table></div>'
  expect(lite(table.replace('<div', '<div class="table"'))).toBe(table)
})
