import { homeGraph, postGraph, serializeJsonLd } from '@/lib/metadata/json-ld'
import { authorGraph, categoryGraph, listGraph, tagGraph } from '@/lib/metadata/list-json-ld'
import { andre, desk, expectGolden, gpt4, origin, page, short } from '../feeds/fixture'

type Node = Record<string, unknown>
const nodes = (graph: Parameters<typeof serializeJsonLd>[0]): Node[] =>
  JSON.parse(serializeJsonLd(graph))['@graph']
const written = (graph: Parameters<typeof serializeJsonLd>[0]) =>
  `${JSON.stringify(JSON.parse(serializeJsonLd(graph)), null, 2)}\n`

test('the structured data of a story, an author, a list and the front are the ones that were read and found good', () => {
  expectGolden('article.jsonld', written(postGraph({ post: gpt4, authors: [andre, desk] })))
  expectGolden('author.jsonld', written(authorGraph({ author: andre, page: 1, posts: [gpt4] })))
  expectGolden(
    'list.jsonld',
    written(categoryGraph({ slug: 'news', name: 'News', page: 1, posts: [gpt4, short] })),
  )
  expectGolden('home.jsonld', written(homeGraph()))
})

test('a list says the way to it only if the page shows it, and has no list of nothing', () => {
  const steps = [{ name: 'Archive', path: '/archive' }, { name: '2024' }]
  const bare = listGraph({ title: '2024', path: '/archive/2024', steps })
  expect(nodes(bare).map((node) => node['@type'])).toEqual([
    'CollectionPage',
    'NewsMediaOrganization',
    'BreadcrumbList',
  ])
  expect(nodes(bare)[0]).not.toHaveProperty('mainEntity')
  const tag = tagGraph({ slug: 'chips', name: 'Chips', page: 2, posts: [short] })
  expect(nodes(tag).map((node) => node['@id'])).toEqual([`${origin}/tag/chips/2`, `${origin}/#publisher`])
})

test('a short post has no empty values', () => {
  const [article = {}] = nodes(postGraph({ post: short, authors: [desk] }))
  expect(Object.values(article)).not.toContainEqual([])
  expect(article).not.toHaveProperty('keywords')
  expect(article.dateModified).toBe(short.published)
})

test.each([
  ['news', 'NewsArticle'],
  ['interview', 'NewsArticle'],
  ['analysis', 'AnalysisNewsArticle'],
  ['opinion', 'OpinionNewsArticle'],
  ['explainer', 'BackgroundNewsArticle'],
  ['review', 'ReviewNewsArticle'],
] as const)('%s is a %s', (type, expected) => {
  expect(nodes(postGraph({ post: { ...short, type }, authors: [] }))[0]?.['@type']).toBe(expected)
})

test('a standing page is a page, not news', () => {
  expect(nodes(postGraph({ post: page, authors: [] })).map((node) => node['@type'])).toEqual([
    'WebPage',
    'NewsMediaOrganization',
  ])
})

test('the house byline is an organisation, also on its own page', () => {
  const [article] = nodes(postGraph({ post: short, authors: [desk] }))
  expect(article?.author).toEqual([
    expect.objectContaining({ '@type': 'Organization', url: `${origin}/author/desk` }),
  ])
  expect(nodes(authorGraph({ author: desk, page: 1, posts: [] }))[0]?.mainEntity).toMatchObject({
    '@type': 'Organization',
  })
})

test('P1: nothing in a text can end the script it stands in', () => {
  const json = serializeJsonLd(
    postGraph({ post: { ...short, title: '</script><script>\u2028' }, authors: [] }),
  )
  expect(json).not.toContain('<')
  expect(json).not.toContain('\u2028')
  expect(JSON.parse(json)['@graph'][0].headline).toBe('</script><script>\u2028')
})
