import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from '@babel/parser'

/** The plan of the house (docs/architecture.md): which room may import which. Every room may import itself. */
const mayImport: Record<string, string[]> = {
  'site.config': [],
  words: ['site.config'],
  text: [],
  mark: [],
  offline: [],
  answer: [],
  colours: ['site.config'],
  urls: ['site.config'],
  dates: ['site.config', 'words'],
  'preview-token': [],
  log: [],
  metrics: [],
  'process-metrics': ['metrics'],
  'request-errors': ['log', 'metrics'],
  content: ['site.config', 'text', 'dates', 'urls'],
  // Programs that open a contributor's pictures, and can be killed. Knows nothing of the site.
  images: [],
  'public-files': ['urls', 'content'],
  next: ['public-files'],
  archive: ['site.config', 'text', 'dates', 'urls', 'content', 'public-files', 'images'],
  import: ['site.config', 'text', 'dates', 'urls', 'content', 'public-files'],
  mdx: ['site.config', 'text', 'dates', 'urls', 'words', 'content', 'components/mdx'],
  check: ['site.config', 'text', 'dates', 'urls', 'words', 'content', 'mdx'],
  pictures: ['site.config', 'mark', 'text', 'dates', 'urls', 'words', 'content', 'images'],
  syndication: ['site.config', 'colours', 'text', 'dates', 'urls', 'words', 'content'],
  lite: ['site.config', 'colours', 'text', 'dates', 'urls', 'words', 'content', 'components'],
  markdown: ['site.config', 'text', 'dates', 'urls', 'words', 'content'],
  publish: ['site.config', 'archive', 'public-files'],
  live: ['site.config', 'content', 'archive', 'mdx', 'preview-token', 'publish', 'log', 'metrics'],
  posts: [
    'site.config',
    'text',
    'answer',
    'dates',
    'urls',
    'words',
    'content',
    'archive',
    'mdx',
    'images',
    'next',
    'pictures',
    'syndication',
    'lite',
    'markdown',
    'preview-token',
    'metrics',
  ],
  'components/mdx': ['site.config', 'text', 'dates', 'urls', 'words', 'content', 'mdx', 'components'],
  components: [
    'site.config',
    'mark',
    'offline',
    'text',
    'dates',
    'urls',
    'words',
    'content',
    'mdx',
    'components/mdx',
  ],
  app: [
    'site.config',
    'offline',
    'text',
    'answer',
    'dates',
    'urls',
    'words',
    'content',
    'posts',
    'live',
    'publish',
    'log',
    'process-metrics',
    'syndication',
    'lite',
    'pictures',
    'components',
  ],
  cli: [
    'site.config',
    'mark',
    'text',
    'dates',
    'urls',
    'words',
    'content',
    'archive',
    'public-files',
    'mdx',
    'check',
    'import',
    'live',
    'publish',
    'log',
    'preview-token',
  ],
}

/** Rooms that others may know only by their types: the shape of a post, but not how it is read. */
const onlyTypes: Record<string, string[]> = { components: ['content'], 'components/mdx': ['content'] }

const root = process.cwd()
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => existsSync(path.join(root, file)))
  .filter((file) => /^(app|components|lib|cli)\/|^site\.config\.ts$/.test(file))
const known = new Set(files)

function roomOf(file: string): string {
  if (file === 'site.config.ts') return 'site.config'
  if (file.startsWith('components/mdx/')) return 'components/mdx'
  const [top, second] = file.split('/')
  if (top === 'lib') return second?.replace(/\.tsx?$/, '') ?? 'lib'
  return top ?? file
}

type Import = { from: string; specifier: string; to?: string; typeOnly: boolean }

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const { program } = parse(text, { sourceType: 'module', plugins: ['typescript', 'jsx'] })
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean) => {
    const base = specifier.startsWith('@/')
      ? specifier.slice(2)
      : specifier.startsWith('.')
        ? path.posix.join(path.posix.dirname(file), specifier)
        : undefined
    const to =
      base && ['', '.ts', '.tsx'].map((ending) => base + ending).find((candidate) => known.has(candidate))
    found.push({ from: file, specifier, to, typeOnly })
  }
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      const ofType = node.specifiers.map((one) => 'importKind' in one && one.importKind === 'type')
      add(node.source.value, node.importKind === 'type' || (ofType.length > 0 && ofType.every(Boolean)))
    } else if ('source' in node && node.source) {
      add(node.source.value, 'exportKind' in node && node.exportKind === 'type')
    }
  }
  for (const [, specifier = ''] of text.matchAll(/\bimport\(\s*'([^']+)'/g)) add(specifier, false)
  return found
}

const imports = files.flatMap(importsOf)

test('the checkout has rooms to look at', () => {
  expect(files.length).toBeGreaterThan(60)
  expect(imports.length).toBeGreaterThan(150)
})

test('every file belongs to a room of the plan', () => {
  expect(files.filter((file) => !(roomOf(file) in mayImport))).toEqual([])
})

test('no import goes against the plan', () => {
  const against = imports.filter(({ from, to, typeOnly }) => {
    if (!to) return false
    const [here, there] = [roomOf(from), roomOf(to)]
    if (here === there) return false
    if (!mayImport[here]?.includes(there)) return true
    return Boolean(onlyTypes[here]?.includes(there)) && !typeOnly && to !== 'lib/content/problem.ts'
  })
  expect(against.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})

test('no files import each other in a circle', () => {
  const edges = new Map<string, string[]>()
  for (const { from, to } of imports) if (to) edges.set(from, [...(edges.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, trail: string[]) => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (trail.includes(file) || done.has(file)) return
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

test('there are no barrels and no drawers', () => {
  const drawers = /(^|\/)(index|types|utils|util|helpers|common|misc|shared)\.tsx?$/
  expect(files.filter((file) => drawers.test(file))).toEqual([])
})

const only: [what: string, specifier: RegExp, where: RegExp][] = [
  ['gray-matter', /^gray-matter$/, /^lib\/content\/front-matter\.ts$/],
  ['next-mdx-remote', /^next-mdx-remote/, /^lib\/mdx\/render\.tsx$/],
  ['the SQLite driver', /^libsql/, /^lib\/archive\//],
  // Apart from this command of ours, only the worker may: lib/images/image-worker.mjs.
  ['sharp', /^sharp$/, /^cli\/icons\.ts$/],
  ['Next', /^next(\/|$)/, /^(app|components)\/|^lib\/(posts|next)\//],
]

test.each(only)('%s is imported where it belongs and nowhere else', (_what, specifier, where) => {
  const found = imports.filter((each) => specifier.test(each.specifier))
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ from }) => !where.test(from)).map(({ from }) => from)).toEqual([])
})

test('files that run in the browser say so in their name', () => {
  const demandedByNext = ['app/error.tsx', 'app/global-error.tsx']
  const isClient = (file: string) =>
    /^\s*['"]use client['"]/.test(readFileSync(path.join(root, file), 'utf8'))
  const clients = files.filter(isClient)
  expect(clients.length).toBeGreaterThan(0)
  expect(clients.filter((file) => !file.endsWith('.client.tsx') && !demandedByNext.includes(file))).toEqual(
    [],
  )
})

test('the middle file is short, and few are long', () => {
  const lengths = files
    .filter((file) => !file.startsWith('lib/words/'))
    .map((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length)
    .sort((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60)
  expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(150)
})

test('every page for readers is static, whole and ready; only searches and previews are made for each request', () => {
  const pages = files.filter((file) => /^app\/.*page\.tsx$/.test(file))
  const dynamic = pages.filter(
    (file) =>
      !/^export const ensureStatic = 'navigation'$/m.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(dynamic).toEqual(['app/preview/[slug]/[token]/page.tsx', 'app/search/page.tsx'])
})
