import { site } from '@/site.config'
import { formatAuthorFile } from '../author-file'
import type { ExistingFiles } from '../existing-files'
import type { ImportedAuthor, ImportedPost } from '../imported-post'
import type { CheckComplexity, ImportPlan } from '../plan'
import { formatPostFile } from '../post-file'
import { createReporter } from '../report'
import { createUrlResolver } from '../resolve'
import { listOf } from '../values'
import { convertBody } from './body'
import { fieldsOf } from './fields'
import { hintsOf } from './hints'
import { liquidEngine } from './liquid-engine'
import { liquidSite } from './liquid-site'
import { scopeOf, siteScope } from './scope'
import { type JekyllSite, type NamedJekyllPost, readSite } from './site'

type Liquid = ReturnType<typeof liquidEngine>

/** Reads a Jekyll site and says what it comes to here. Writes nothing. `weigh` tells why a body is too much to be read. */
export function importJekyll(path: string, existing: ExistingFiles, weigh: CheckComplexity): ImportPlan {
  const old = readSite(path, existing, weigh)
  const liquid = liquidEngine(liquidSite(old))
  const posts = old.posts.map((story) => convertPost(old, story, liquid))
  // After the posts, which may name authors nobody has heard of.
  const authors = old.people.all().map((person) => {
    const fault = weigh(person.bio)
    const file = person.source ?? ''
    if (fault)
      old.problems.push({ file, severity: 'error', rule: 'size', message: `${fault} It was left out.` })
    return convertAuthor(old, fault ? { ...person, bio: '' } : person, liquid)
  })
  const { folder, fileCopier: shelf, addresses, problems } = old
  return {
    from: folder.root,
    ...{ posts, authors, pictures: shelf.copies(), addresses },
    problems: [
      ...problems,
      ...posts.flatMap((file) => file.problems),
      ...authors.flatMap((file) => file.problems),
    ],
    hints: hintsOf(old),
  }
}

function convertPost(old: JekyllSite, one: NamedJekyllPost, liquid: Liquid) {
  const { post, date, day, address, named, aliases } = one
  const { config } = old
  const { problems, say } = createReporter(post.path, post.body, post.bodyLine)
  const warn = (key: string, message: string) =>
    problems.push({ file: post.path, line: post.lineOf(key), severity: 'warning', rule: key, message })
  const resolve = createUrlResolver({ ...old, origin: config.url, baseurl: config.baseurl }, address, say)
  const evaluate = liquid(scopeOf(one, config))
  const picture = (src: string) => {
    const path = src.includes('{') ? attempt(() => evaluate(src).text, src) : src
    const inHead = createUrlResolver(
      { ...old, origin: config.url, baseurl: config.baseurl },
      '/',
      (_, rule, message) => warn(rule, message),
    )
    return inHead(path, 'picture', 0) ?? path
  }
  const { fields, kept } = fieldsOf(post, config.timeZone, picture, warn)
  const authors = authorsOf(post.all.author, post.all.authors, old, (message) =>
    warn(post.data.authors ? 'authors' : 'author', message),
  )
  const isLiquid = post.all.render_with_liquid !== false
  const { text, toc } = convertBody(post.body, {
    liquid: isLiquid ? evaluate : undefined,
    emoji: hasEmoji(old),
    isHtml: post.isHtml,
    resolve,
    say,
  })
  const story: ImportedPost = {
    ...{ source: post.path, kind: post.kind, wanted: post.name, date, day, addresses: aliases, kept },
    fields: { ...fields, authors: post.kind === 'page' ? [] : authors, toc: toc || fields.toc },
  }
  const file = formatPostFile(story, named, text, post.lineOf)
  return { ...file, problems: [...problems, ...file.problems] }
}

/** Who wrote a post; where it does not say, who `_config.yml` says writes the site, and else the house. */
function authorsOf(
  author: unknown,
  authors: unknown,
  { people, config }: JekyllSite,
  warn: (message: string) => void,
): string[] {
  const own = people.of([author, authors], warn)
  const found = own.length > 0 ? own : people.of(config.data.author, warn)
  if (found.length > 0) return found.map(({ id }) => id)
  warn(`No author is named. It was given to "${site.houseByline}".`)
  return [site.houseByline]
}

function convertAuthor(old: JekyllSite, person: ImportedAuthor, liquid: Liquid) {
  const { config } = old
  const file = person.source ?? `authors/${person.id}.md`
  const { problems, say } = createReporter(file, person.bio, 1)
  const resolve = createUrlResolver({ ...old, origin: config.url, baseurl: config.baseurl }, '/', say)
  const { text } = convertBody(person.bio, {
    liquid: liquid({ site: siteScope(config), page: {} }),
    emoji: hasEmoji(old),
    isHtml: false,
    resolve,
    say,
  })
  const image =
    person.image && (resolve(person.image.replace(/^(?![a-z]+:|\/)/i, '/'), 'picture', 0) ?? person.image)
  const made = formatAuthorFile({ ...person, bio: text, image })
  return { ...made, problems: [...problems, ...made.problems] }
}

const hasEmoji = ({ config }: JekyllSite) =>
  [config.data.plugins, config.data.gems].some((list) => listOf(list).includes('jemoji'))

function attempt<T>(get: () => T, otherwise: T): T {
  try {
    return get()
  } catch {
    return otherwise
  }
}
