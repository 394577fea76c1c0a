/**
 * The same stories for others, with templates that hold nothing but a heading and the text: `build` empties what they made
 * and times them. Undefined where one is not installed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makePost } from './corpus'
import { programOf } from './packages'
import { run, type Took } from './site'

export type Peer = {
  name: string
  /** What an edit of one story costs: everything again. */
  build(): Promise<Took | undefined>
}

/** So many seconds, and a peer is ended: Eleventy with 100,000 stories was seen at it for 14 minutes. */
const most = 300

/** A bare Next makes every page at build time, 30 ms each: nobody waits for the larger ones. */
export const peers = (posts: number): Peer[] => [
  hugo(posts),
  eleventy(posts),
  ...(posts > 2_000 ? [] : [bareNext(posts)]),
]

/** Every story as CommonMark with a date in a form that all of them read. */
function stories(total: number) {
  return Array.from({ length: total }, (_, number) => {
    const { path, text } = makePost(number, total, 1)
    const name = path.slice(path.lastIndexOf('/') + 12).replace(/\.mdx?$/, '.md')
    return {
      name,
      text: text
        .replace(/^date: (\S+) (\S+) \+0000$/m, 'date: $1T$2:00Z')
        .replace(/<\/?FactBox[^>]*>\n/g, ''),
    }
  })
}

function folderFor(name: string, files: Record<string, string>, posts: number, under: string): string {
  const folder = join(process.cwd(), '.scratch', `bench-${name}-${posts}`)
  rmSync(folder, { recursive: true, force: true })
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  for (const story of stories(posts)) write(`${under}/${story.name}`, story.text)
  return folder
}

function hugo(posts: number): Peer {
  const list = '{{ range first 20 .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}'
  const folder = folderFor(
    'hugo',
    {
      'config.toml': 'baseURL = "http://localhost/"\ntitle = "Bench"\n',
      'layouts/_default/single.html':
        '<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}',
      'layouts/_default/list.html': `<!doctype html><title>{{ .Title }}</title><ul>${list}</ul>`,
      'layouts/index.html': `<!doctype html><title>{{ .Title }}</title><ul>${list.replace('.Pages', '.Site.RegularPages')}</ul>`,
    },
    posts,
    'content/posts',
  )
  return {
    name: 'Hugo',
    build: () => orNothing('Debian: apt-get install hugo', () => run(folder, ['hugo', '--quiet'], { most })),
  }
}

function eleventy(posts: number): Peer {
  const folder = folderFor(
    'eleventy',
    {
      'eleventy.config.js':
        'export default () => ({ dir: { input: "content", output: "out" }, markdownTemplateEngine: false })\n',
      'package.json': '{ "type": "module" }',
      'content/posts/posts.json': '{ "layout": "post.njk" }',
      'content/_includes/post.njk':
        '<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>{{ content | safe }}',
      'content/index.njk':
        '---\npagination: { data: collections.all, size: 20, reverse: true }\npermalink: "/{{ pagination.pageNumber }}/"\n---\n<ul>{% for post in pagination.items %}<li><a href="{{ post.url }}">{{ post.data.title }}</a></li>{% endfor %}</ul>',
    },
    posts,
    'content/posts',
  )
  return {
    name: 'Eleventy',
    async build() {
      const program = await programOf('@11ty/eleventy', '3.1.2', 'cmd.cjs')
      return program ? run(folder, ['node', program, '--quiet'], { most }) : undefined
    },
  }
}

/** Next as its documentation begins, every story made at build time, and a page with nothing at `/empty`. */
export function bareNext(posts: number): Peer & { folder: string } {
  const page = `import { readdir, readFile } from 'node:fs/promises'
import { micromark } from 'micromark'
export const dynamicParams = false
export const generateStaticParams = async () => (await readdir('posts')).map((name) => ({ slug: name.replace(/\\.md$/, '') }))
export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const text = await readFile(\`posts/\${(await params).slug}.md\`, 'utf8')
  const [, head = '', body = ''] = text.split(/^---$/m)
  return <article><h1>{/^title: (.*)$/m.exec(head)?.[1]}</h1><div dangerouslySetInnerHTML={{ __html: micromark(body) }} /></article>
}
`
  const folder = folderFor(
    'next',
    {
      'package.json': '{ "type": "module", "private": true }',
      'next.config.js': 'export default { poweredByHeader: false }\n',
      'tsconfig.json':
        '{ "compilerOptions": { "jsx": "preserve", "module": "esnext", "moduleResolution": "bundler", "strict": true, "skipLibCheck": true } }',
      'app/layout.tsx':
        'export default function Layout({ children }: { children: React.ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
      'app/page.tsx': 'export default function Page() {\n  return <h1>Bench</h1>\n}\n',
      'app/empty/page.tsx': 'export default function Page() {\n  return null\n}\n',
      'app/[slug]/page.tsx': page,
    },
    posts,
    'posts',
  )
  const next = join(process.cwd(), 'node_modules/next/dist/bin/next')
  return {
    ...{ name: 'bare Next', folder },
    build() {
      rmSync(join(folder, '.next'), { recursive: true, force: true })
      return run(folder, ['node', next, 'build'], { most })
    },
  }
}

async function orNothing<T>(remedy: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    console.log(`  left out (${remedy}): ${String(error).slice(0, 300)}`)
    return undefined
  }
}
