import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hostile } from '../__tests__/lib/render/hostile-bodies'
import { scratchSite } from './scratch-site'

/** Every value of a newsroom that is written by hand, so hostile that it runs, closes or begins something wherever it is not text. */
const places: string[] = []
function evil(place: string) {
  places.push(place)
  return evilText(place)
}
const evilText = (place: string) =>
  `${place} </script></title></textarea><script>run("${place}")</script><img src=x onerror=run("${place}")>"'\`]]>-->\\{{7*7}}\${run()}&lt;b&gt;&#60;i>[a](javascript:run())%0a`
/** For what may have 80 letters only. */
function shortEvil(place: string) {
  places.push(place)
  return `${place}"'></title><img src=x onerror=run("${place}")>]]>`
}
const url = (place: string) => `https://evil.test/${place}?a=1&quot;onload=run()&copy=2;javascript:run()#x`

const file = (head: Record<string, unknown>, body: string) =>
  `---\n${Object.entries(head)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n\n${body}\n`

const story = {
  title: evil('title').slice(0, 200),
  seoTitle: evil('seo').slice(0, 200),
  socialTitle: evil('social').slice(0, 200),
  description: evil('standfirst'),
  author: ['mallory'],
  contributors: [{ name: shortEvil('helper'), role: shortEvil('help') }],
  categories: [shortEvil('section'), 'News'],
  tags: [shortEvil('tag')],
  image: {
    ...{ src: '/assets/images/evil.svg', alt: evil('alt'), caption: evil('caption') },
    credit: evil('credit').slice(0, 300),
  },
  date: '2026-02-01',
  updated: '2026-02-03',
  featured: true,
  kicker: shortEvil('kicker'),
  dateline: shortEvil('place'),
  type: 'analysis',
  series: shortEvil('series'),
  corrections: [{ date: '2026-02-02', type: 'correction', text: evil('correction') }],
  keyPoints: [evil('point')],
  sources: [{ title: evil('source').slice(0, 300), url: url('source') }],
  toc: true,
}

const body = `## ${evilText('heading')}\n\n${hostile.slice(0, 40).join('\n\n')}\n\nThe last words, \`${evil('code')}\`.`

/** A picture that would run, load and draw over, if a browser took it for a document. */
export const hostilePicture = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1600" height="900" onload="run('svg')">
<script>run('svg'); fetch('https://evil.test/svg')</script>
<image xlink:href="https://evil.test/x.png" width="9" height="9"/><use href="https://evil.test/x.svg#y"/>
<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="run('svg')"/></body></foreignObject>
<rect width="1600" height="900" fill="#345"/></svg>`

const harmless =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="9" height="9"/></svg>'

/** A copy of the site with nothing but these in it, and the places that hold a value that can be looked for. */
export function hostileNewsroom(name: string) {
  const folder = scratchSite(name)
  for (const gone of ['posts', 'addresses.txt', 'front.yml']) rmSync(join(folder, gone), { recursive: true })
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  // The check takes no other: hostile-newsroom.spec.ts puts the hostile one there when the site is built.
  put('public/assets/images/evil.svg', harmless)
  put(
    'authors/mallory.md',
    file(
      {
        ...{ name: shortEvil('author'), role: shortEvil('role'), image: '/assets/images/evil.svg' },
        links: [{ label: shortEvil('label'), url: url('link') }, 'mailto:a@evil.test'],
      },
      `${evilText('biography')}\n\n${hostile.slice(0, 40).join('\n\n')}`,
    ),
  )
  put('posts/2026-02-01-evil.md', file(story, body))
  put(
    'posts/2026-02-02-picture.mdx',
    file(
      {
        ...{ title: 'Picture', description: 'One from elsewhere.', author: 'mallory', category: 'News' },
        ...{ image: { src: 'https://evil.test/pixel.png', alt: 'x' }, canonical: url('canonical') },
        ...{ related: ['evil'], series: story.series },
      },
      'Text.\n\n<Post slug="evil" />\n\n<Figure src="https://evil.test/figure.png" alt="x" />',
    ),
  )
  put('posts/about.md', file({ ...story, layout: 'page', title: shortEvil('page') }, body))
  put('posts/2026-02-03-draft.md', file({ ...story, title: shortEvil('draft'), draft: true }, body))
  put(
    'front.yml',
    `${JSON.stringify({
      breaking: { text: evil('breaking').slice(0, 160), story: 'evil', until: '2099-01-01 10:00' },
      containers: [
        { layout: 'lead', picks: ['evil'] },
        {
          ...{ title: shortEvil('container'), description: evil('intro').slice(0, 200) },
          ...{ layout: 'columns', picks: ['picture'], fill: 'latest' },
        },
      ],
    })}\n`,
  )
  return { folder, story, places: new Set(places) }
}
