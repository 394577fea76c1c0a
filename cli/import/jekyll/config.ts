import type { Problem } from '@/lib/content/problem'
import type { SourceFolder } from '../source-folder'
import { readSourceText } from '../source-text'
import { isRecord, listOf, textOf } from '../values'
import { readYaml } from '../yaml'

/** What `_config.yml` says of the site. */
export type JekyllConfig = {
  /** All of it, for `{{ site.x }}`. */
  data: Record<string, unknown>
  /** Folders with `_posts` in them, below the one of the site: '' or `src/`, and the same with `collections_dir`. */
  source: string
  collections: string
  title?: string
  description?: string
  /** The origin, without a slash at its end, and the path below it that the site was served under. */
  url: string
  baseurl: string
  /** IANA name; UTC where the file says nothing, which is what GitHub Pages takes. */
  timeZone: string
  /** The template of a post's address. */
  permalink: string
  permalinkOf(collection: string): string
  /** Whether the files of a collection are pages. */
  outputs(collection: string): boolean
  isExcluded(path: string): boolean
  defaultsFor(path: string, type: string): Record<string, unknown>
  problems: Problem[]
}

/** Reads `_config.yml`. A site without one has Jekyll's own settings. */
export function readConfig(folder: SourceFolder): JekyllConfig {
  const file = ['_config.yml', '_config.yaml'].find(folder.has) ?? '_config.yml'
  const problems: Problem[] = []
  const say = (message: string, line?: number) =>
    problems.push({ file, line, severity: 'warning', rule: 'config', message })
  const data = folder.has(file) ? readFile(folder, file, say) : {}
  if (!folder.has(file)) say('There is no such file. Jekyll’s own settings are taken.')
  const collections = collectionsOf(data.collections)
  const permalink = styled(collections.posts ?? textOf(data.permalink) ?? 'date')
  const source = folderPath(data.source)
  return {
    data,
    source,
    collections: source + folderPath(data.collections_dir),
    title: textOf(data.title) ?? textOf(data.name),
    description: textOf(data.description),
    url: (textOf(data.url) ?? '').replace(/\/+$/, ''),
    baseurl: (textOf(data.baseurl) ?? '').replace(/^\/*(?=.)/, '/').replace(/\/+$/, ''),
    timeZone: zoneOf(textOf(data.timezone), say),
    permalink,
    permalinkOf: (name) =>
      collections[name] ?? `/:collection/:path${permalink.endsWith('/') ? '/' : ':output_ext'}`,
    outputs: (name) => isRecord(data.collections) && isOutput(data.collections[name]),
    isExcluded: (path) =>
      listOf(data.exclude).some((one) => covers(String(one).replace(/^\.?\/|\/$/g, '') || '?', path)),
    defaultsFor: (path, type) => defaultsOf(data.defaults, path, type),
    problems,
  }
}

function readFile(folder: SourceFolder, file: string, say: (message: string, line?: number) => void) {
  const { text, remarks } = readSourceText(folder.read(file))
  for (const remark of remarks) say(remark)
  const { data, fault } = readYaml(text ?? '')
  if (fault) say(`This is not YAML (${fault.message}), so none of its settings are known.`, fault.line)
  return data
}

/** Jekyll's names for templates. */
export function styled(permalink: string): string {
  const styles: Record<string, string> = {
    date: '/:categories/:year/:month/:day/:title:output_ext',
    pretty: '/:categories/:year/:month/:day/:title/',
    ordinal: '/:categories/:year/:y_day/:title:output_ext',
    weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
    none: '/:categories/:title:output_ext',
  }
  return Object.hasOwn(styles, permalink) ? (styles[permalink] ?? permalink) : permalink
}

function collectionsOf(written: unknown): Record<string, string | undefined> {
  if (!isRecord(written)) return {}
  return Object.fromEntries(
    Object.entries(written).map(([name, settings]) => [
      name,
      isRecord(settings) ? textOf(settings.permalink) : undefined,
    ]),
  )
}

const isOutput = (settings: unknown) => isRecord(settings) && settings.output === true

/** `./src/` is `src/`; a folder outside of the site is none. */
function folderPath(written: unknown): string {
  const parts = (textOf(written) ?? '').split('/').filter((part) => part !== '' && part !== '.')
  return parts.length === 0 || parts.includes('..') ? '' : `${parts.join('/')}/`
}

function zoneOf(name: string | undefined, say: (message: string) => void): string {
  if (name === undefined) return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    say(`"${name}" is not a time zone that is known here. UTC is taken.`)
    return 'UTC'
  }
}

/** Later and more exact scopes win, as in Jekyll. */
function defaultsOf(written: unknown, path: string, type: string): Record<string, unknown> {
  const fitting = listOf(written).flatMap((entry) => {
    if (!isRecord(entry) || !isRecord(entry.values)) return []
    const scope = isRecord(entry.scope) ? entry.scope : {}
    const [at, kind] = [textOf(scope.path)?.replace(/^\.?\/|\/$/g, '') ?? '', textOf(scope.type)]
    return covers(at, path) && (kind === undefined || kind === type)
      ? [{ at, kind, values: entry.values }]
      : []
  })
  const bySharpness = fitting.toSorted(
    (a, b) => a.at.length - b.at.length || Number(!!a.kind) - Number(!!b.kind),
  )
  return Object.assign({}, ...bySharpness.map(({ at, kind, values }) => general(values, !kind && at === '')))
}

function covers(scope: string, path: string): boolean {
  if (scope === '') return true
  const pattern = scope
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+|\?/g, (sign) => (sign === '?' ? '.' : '.*'))
  return new RegExp(`^${pattern}(?:/|$)`).test(path)
}

/** A picture for every page of a site is one for sharing, not the picture of each story. */
function general({ image, ...values }: Record<string, unknown>, everywhere: boolean) {
  return everywhere ? values : { image, ...values }
}
