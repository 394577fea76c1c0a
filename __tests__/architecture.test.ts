import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from '@babel/parser'

/** docs/architecture.md: which area may import which. Every area may import itself. */
const base = ['site.config', 'text', 'dates', 'urls']
const mayImport: Record<string, string[]> = {
  'site.config': [],
  i18n: ['site.config'],
  text: [],
  'offline-caches': [],
  'theme-colors': ['site.config'],
  urls: ['site.config'],
  dates: ['site.config', 'i18n'],
  'preview-token': [],
  log: [],
  metrics: [],
  'process-metrics': ['metrics'],
  'request-errors': ['log', 'metrics'],
  content: base,
  images: [...base, 'i18n', 'content'],
  'public-files': ['urls', 'content'],
  next: ['public-files'],
  store: [...base, 'content', 'public-files', 'images'],
  render: [...base, 'i18n', 'content', 'components/mdx'],
  lint: [...base, 'i18n', 'content', 'render'],
  feeds: [...base, 'theme-colors', 'i18n', 'content', 'metadata'],
  metadata: [...base, 'theme-colors', 'i18n', 'content'],
  editions: [...base, 'theme-colors', 'i18n', 'content', 'components'],
  publish: [...base, 'content', 'public-files', 'store', 'render', 'preview-token', 'log', 'metrics'],
  data: [
    ...[...base, 'i18n', 'content', 'store', 'render', 'images', 'next', 'feeds', 'metadata', 'editions'],
    ...['preview-token', 'metrics'],
  ],
  'components/mdx': [...base, 'i18n', 'content', 'render', 'components'],
  components: [...base, 'images', 'offline-caches', 'i18n', 'content', 'render', 'components/mdx'],
  app: [
    ...[...base, 'offline-caches', 'i18n', 'content', 'data', 'publish', 'log', 'process-metrics'],
    ...['feeds', 'metadata', 'editions', 'images', 'components'],
  ],
  cli: [
    ...[...base, 'i18n', 'content', 'store', 'public-files', 'images', 'render', 'lint', 'publish', 'log'],
    ...['preview-token'],
  ],
}

/** Areas that others may know only by their types: the shape of a post, but not how it is read. */
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

function areaOf(file: string): string {
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

test('the checkout has files to look at', () => {
  expect(files.length).toBeGreaterThan(60)
  expect(imports.length).toBeGreaterThan(150)
})

test('every file belongs to an area of the plan', () => {
  expect(files.filter((file) => !(areaOf(file) in mayImport))).toEqual([])
})

test('no import goes against the plan', () => {
  const against = imports.filter(({ from, to, typeOnly }) => {
    if (!to) return false
    const [here, there] = [areaOf(from), areaOf(to)]
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
  ['next-mdx-remote', /^next-mdx-remote/, /^lib\/render\/render\.tsx$/],
  ['the SQLite driver', /^libsql/, /^lib\/store\//],
  // Apart from this command of ours, only the worker may: lib/images/image-worker.mjs.
  ['sharp', /^sharp$/, /^cli\/icons\.ts$/],
  ['Next', /^next(\/|$)/, /^(app|components)\/|^lib\/(data|next)\//],
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

test('every page for readers is static, whole and ready; only searches and previews are made for each request', () => {
  const pages = files.filter((file) => /^app\/.*page\.tsx$/.test(file))
  const dynamic = pages.filter(
    (file) =>
      !/^export const ensureStatic = 'navigation'$/m.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(dynamic).toEqual(['app/preview/[slug]/[token]/page.tsx', 'app/search/page.tsx'])
})
