import { parseAuthor } from '@/lib/content/author'
import { formatProblem } from '@/lib/content/problem'

const utf8 = new TextEncoder()
const author = (yaml: string, { path = 'authors/andre.md', body = 'Writes.\n' } = {}) =>
  parseAuthor({ path, bytes: utf8.encode(`---\n${yaml}\n---\n${body}`) })
const said = (yaml: string, options = {}) => author(yaml, options).problems.map(formatProblem).join('\n')

describe('an author', () => {
  test('needs a name and nothing else', () => {
    expect(author('name: Andre')).toEqual({
      value: { id: 'andre', path: 'authors/andre.md', name: 'Andre', links: [], bio: 'Writes.' },
      problems: [],
    })
  })

  test('may have a role, a picture, an e-mail address and links', () => {
    const yaml = `name: Ada
role: Reporter
image: assets/images/ada.jpg
email: ada@example.org
links:
  - https://www.example.org/ada
  - { label: Post, url: "mailto:ada@example.org" }
  - { label: Policy, url: /about }`
    expect(author(yaml).value).toMatchObject({
      role: 'Reporter',
      image: '/assets/images/ada.jpg',
      email: 'ada@example.org',
      links: [
        { label: 'example.org', url: 'https://www.example.org/ada' },
        { label: 'Post', url: 'mailto:ada@example.org' },
        { label: 'Policy', url: '/about' },
      ],
    })
  })

  test.each([
    ['role: Reporter', 'error  name       There is no name.'],
    ['name: "\\u202eAda"', 'invisible control character'],
    ['name: A\nemail: ada', 'not an e-mail address'],
    ['name: A\nemail: "a@example.org?bcc=b@example.org"', 'not an e-mail address'],
    ['name: A\nlinks: ["javascript:alert(1)"]', 'begins with https:// or mailto:'],
    ['name: A\nlinks: [{ label: x }]', 'There is no url. Write "url: …".'],
    ['name: A\nimage: http://x.org/a.jpg', 'error  image'],
    ['name: A\nimage: https://x.org/a.jpg', 'A portrait lies on the site itself.'],
    ['name: A\nrloe: x', 'Did you mean "role"?'],
  ])('%j', (yaml, message) => {
    expect(said(yaml)).toContain(message)
  })

  test('is called like the file, so the file needs a plain name', () => {
    expect(said('name: A', { path: 'authors/Ada L.md' })).toContain(
      'error  slug       "Ada L" cannot be an author',
    )
  })

  test('with damaged letters is read, and the letters are pointed at', () => {
    const { value, problems } = author('name: AndrÃ©')
    expect(value?.name).toBe('AndrÃ©')
    expect(problems.map(formatProblem)).toEqual([
      'authors/andre.md:2:11  warn   encoding   "Ã©" is a damaged character. It should be "é".',
    ])
  })
})
