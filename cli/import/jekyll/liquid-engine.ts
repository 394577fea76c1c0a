import { Context, Liquid, type Tag, type TagToken } from 'liquidjs'
import { videoPageUrl } from '../embeds'
import { isRecord } from '../values'
import { knownIncludes } from './includes'
import type { Evaluate } from './liquid'
import { isJekyllVariable } from './scope'

/** What Liquid may ask of the old site. What is not there throws. */
export type LiquidSite = {
  origin: string
  baseurl: string
  timeZone: string
  /** The site's own includes, by name. */
  includes: Record<string, string>
  /** The new path of a post (`2023-03-16-chips`), or of a file of the old site (`_posts/…`, `assets/…`). */
  postPath(name: string): string
  filePath(path: string): string
  author(id: string): { id: string; name: string; image?: string }
}

/** As many as a long post needs, and few enough that a hostile one ends at once. */
const limits = { parseLimit: 600_000, memoryLimit: 200_000, renderLimit: 10_000 }

/** Evaluates the Liquid of a post: no files but the site's includes, no time, no end that cannot be seen. */
export function liquidEngine(site: LiquidSite): (scope: Record<string, unknown>) => Evaluate {
  const includes = { ...knownIncludes, ...site.includes }
  const complete = (text: string) => withAllParameters(text, includes)
  const engine = new Liquid({
    ...{ strictFilters: true, strictVariables: true, ownPropertyOnly: true },
    ...{ jekyllInclude: true, jekyllWhere: true, dynamicPartials: false },
    templates: Object.fromEntries(Object.entries(includes).map(([name, text]) => [name, complete(text)])),
    timezoneOffset: site.timeZone,
    ...limits,
  })
  const tag = (name: string, value: (args: string) => string) => engine.registerTag(name, tagOf(value))
  tag('post_url', (args) => site.postPath(unquoted(args)))
  tag('link', (args) => site.filePath(unquoted(args)))
  for (const name of ['oembed', 'embed', 'tweet', 'twitter']) tag(name, (args) => `<${addressIn(args)}>`)
  tag('gist', (args) => `<https://gist.github.com/${word(args)}>`)
  tag('youtube', (args) => `<https://www.youtube.com/watch?v=${word(args)}>`)
  tag('vimeo', (args) => `<https://vimeo.com/${word(args)}>`)
  registerFilters(engine, site)
  return (scope) => (liquid) => {
    if (/["'](?:now|today)["']/.test(liquid)) throw new Error('it gives another text every day')
    const template = engine.parse(complete(liquid))
    const missing: string[] = []
    for (;;) {
      const context = new Context(scope, engine.options, { sync: true }, { liquid: engine })
      try {
        const text: string = engine.renderSync(template, context)
        // What a tag assigned is there for those after it.
        Object.assign(scope, context.bottom())
        return { text, missing }
      } catch (error) {
        const name = defineAsNull(error, scope)
        if (!name) throw error
        missing.push(name)
      }
    }
  }
}

/** Gives the name of a variable that is nothing to Jekyll, too, after setting it to that. */
function defineAsNull(error: unknown, scope: Record<string, unknown>): string | undefined {
  const message = error instanceof Error ? error.message : ''
  const [, name = ''] = /^undefined variable: ([\w.-]+)/.exec(message) ?? []
  const [first = '', second, more] = name.split('.')
  const variables = second === undefined ? scope : scope[first]
  const key = second ?? first
  if (more !== undefined || !isRecord(variables) || Object.hasOwn(variables, key)) return undefined
  if (isJekyllVariable(second === undefined ? '' : first, key)) return undefined
  variables[key] = null
  return name
}

function registerFilters(engine: Liquid, { origin, baseurl, author }: LiquidSite) {
  const path = (value: unknown) => `/${String(value ?? '').replace(/^\/+/, '')}`
  engine.registerFilter('relative_url', (value) => path(value))
  engine.registerFilter('absolute_url', (value) => `${origin}${baseurl}${path(value)}`)
  engine.registerFilter('markdownify', (value) => String(value ?? ''))
  engine.registerFilter('smartify', (value) => String(value ?? ''))
  // From plugins that link to people and show videos.
  for (const name of ['team_link', 'author_link'])
    engine.registerFilter(name, (id) => {
      const found = author(String(id))
      return `<a href="/author/${found.id}">${escapeHtml(found.name)}</a>`
    })
  for (const name of ['team_photo', 'author_photo'])
    engine.registerFilter(name, (id) => {
      const found = author(String(id))
      if (!found.image) throw new Error(`there is no picture of ${found.name}`)
      return `<img src="${escapeHtml(found.image)}" alt="${escapeHtml(found.name)}">`
    })
  engine.registerFilter('embed', (url, title) => `[${title ?? url}](${videoPageUrl(String(url)) ?? url})`)
}

function tagOf(value: (args: string) => string) {
  return {
    parse(this: Tag & { args?: string }, token: TagToken) {
      this.args = token.args
    },
    render(this: Tag & { args?: string }) {
      return value((this.args ?? '').trim())
    },
  }
}

/** A parameter that is not given is nothing in Jekyll, and an error to a strict engine. */
function withAllParameters(text: string, includes: Record<string, string>): string {
  return text.replace(
    /\{%-?\s*include(?:_cached)?\s+([\w./@-]+)([^%]*?)(-?)%\}/g,
    (_, name: string, given: string, dash) => {
      const asked = Array.from(
        own(includes, name)?.matchAll(/\binclude\.([\w-]+)/g) ?? [],
        ([, key = '']) => key,
      )
      const missing = [...new Set(asked)].filter((key) => !new RegExp(`(?:^|\\s)${key}\\s*=`).test(given))
      return `{% include ${name} ${given.trim()} ${missing.map((key) => `${key}=nil`).join(' ')} ${dash}%}`
    },
  )
}

const own = (table: Record<string, string>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined
const unquoted = (args: string) => args.replace(/^(["'])(.*)\1$/, '$2')

function word(args: string): string {
  const [, id] = /^["']?([\w./-]+)/.exec(args) ?? []
  if (!id) throw new Error('its argument cannot be read')
  return id
}

function addressIn(args: string): string {
  const [found] = /https?:\/\/[^\s"'<>]+/.exec(args) ?? []
  if (!found) throw new Error('there is no address in it')
  return found
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
