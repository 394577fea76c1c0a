import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hostile } from '../__tests__/lib/render/hostile-bodies'
import { createScratchSite } from './scratch-site'

/** A hostile text for every hand-written value of a newsroom: wherever it is not treated as text, it runs a script or breaks the markup. */
const places: string[] = []
function evilValue(place: string) {
  places.push(place)
  return evilText(place)
}
const evilText = (place: string) =>
  `${place} </script></title></textarea><script>run("${place}")</script><img src=x onerror=run("${place}")>"'\`]]>-->\\{{7*7}}\${run()}&lt;b&gt;&#60;i>[a](javascript:run())%0a`
/** For fields limited to 80 characters. */
function shortEvilValue(place: string) {
  places.push(place)
  return `${place}"'></title><img src=x onerror=run("${place}")>]]>`
}
const url = (place: string) => `https://evil.test/${place}?a=1&quot;onload=run()&copy=2;javascript:run()#x`

const file = (head: Record<string, unknown>, body: string) =>
  `---\n${Object.entries(head)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n\n${body}\n`

const story = {
  title: evilValue('title').slice(0, 200),
  seoTitle: evilValue('seo').slice(0, 200),
  socialTitle: evilValue('social').slice(0, 200),
  description: evilValue('standfirst'),
  author: ['mallory'],
  contributors: [{ name: shortEvilValue('helper'), role: shortEvilValue('help') }],
  categories: [shortEvilValue('section'), 'News'],
  tags: [shortEvilValue('tag')],
  image: {
    ...{ src: '/assets/images/evil.svg', alt: evilValue('alt'), caption: evilValue('caption') },
    credit: evilValue('credit').slice(0, 300),
  },
  date: '2026-02-01',
  updated: '2026-02-03',
  featured: true,
  kicker: shortEvilValue('kicker'),
  dateline: shortEvilValue('place'),
  type: 'analysis',
  series: shortEvilValue('series'),
  corrections: [{ date: '2026-02-02', type: 'correction', text: evilValue('correction') }],
  keyPoints: [evilValue('point')],
  sources: [{ title: evilValue('source').slice(0, 300), url: url('source') }],
  toc: true,
}

const body = `## ${evilText('heading')}\n\n${hostile.slice(0, 40).join('\n\n')}\n\nThe last words, \`${evilValue('code')}\`.`

/** An SVG that would run scripts and load other files if a browser opened it as a document. */
export const hostilePicture = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1600" height="900" onload="run('svg')">
<script>run('svg'); fetch('https://evil.test/svg')</script>
<image xlink:href="https://evil.test/x.png" width="9" height="9"/><use href="https://evil.test/x.svg#y"/>
<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="run('svg')"/></body></foreignObject>
<rect width="1600" height="900" fill="#345"/></svg>`

const harmless =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="9" height="9"/></svg>'

/** Creates a copy of the site with only these values. `places` are the names of the fields whose values can be searched for. */
export function createHostileNewsroom(name: string) {
  const folder = createScratchSite(name)
  for (const gone of ['posts', 'addresses.txt', 'front.yml']) rmSync(join(folder, gone), { recursive: true })
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  // The check rejects the hostile one: hostile-newsroom.spec.ts puts it there after the build.
  put('public/assets/images/evil.svg', harmless)
  put(
    'authors/mallory.md',
    file(
      {
        ...{ name: shortEvilValue('author'), role: shortEvilValue('role'), image: '/assets/images/evil.svg' },
        links: [{ label: shortEvilValue('label'), url: url('link') }, 'mailto:a@evil.test'],
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
  put('posts/about.md', file({ ...story, layout: 'page', title: shortEvilValue('page') }, body))
  put('posts/2026-02-03-draft.md', file({ ...story, title: shortEvilValue('draft'), draft: true }, body))
  put(
    'front.yml',
    `${JSON.stringify({
      breaking: { text: evilValue('breaking').slice(0, 160), story: 'evil', until: '2099-01-01 10:00' },
      containers: [
        { layout: 'lead', picks: ['evil'] },
        {
          ...{ title: shortEvilValue('container'), description: evilValue('intro').slice(0, 200) },
          ...{ layout: 'columns', picks: ['picture'], fill: 'latest' },
        },
      ],
    })}\n`,
  )
  return { folder, story, places: new Set(places) }
}
