import type { Problem } from '@/lib/content/problem'
import { maxFileBytes, tooLargeMessage } from '@/lib/content/source-text'
import { articlePath, authorPath } from '@/lib/urls'
import { site } from '@/site.config'
import { resolveAliases } from './alias-resolution'
import { formatAuthorFile } from './author-file'
import { original } from './edited-text'
import { iframesToLinks } from './embeds'
import type { ExistingFiles } from './existing-files'
import { createFileCopier } from './file-copies'
import { assignFileNames, byAge } from './file-names'
import { reportHiddenHtml } from './hidden-html'
import { htmlToMarkdown } from './html'
import type { ImportedAuthor, ImportedPost } from './imported-post'
import { type ResolveUrl, rewriteLinks } from './links'
import type { CheckComplexity, ImportPlan } from './plan'
import { formatPostFile } from './post-file'
import { createUrlResolver } from './resolve'
import type { SourceFolder } from './source-folder'
import { createUrlMap } from './url-map'

/** A story whose text is HTML, ready but for what the others have to be known for. */
export type HtmlPost = ImportedPost & { html: string; line?: number; authors: string[]; image?: string }

/** A site that comes as one file: its stories and people, with what was to be said about them. */
export type HtmlSite = {
  origin: string
  posts: HtmlPost[]
  people: ImportedAuthor[]
  problems: Problem[]
  hints: string[]
  /** Old addresses that are a question, such as `/?p=12`: the source of the story they ask for. */
  sourceAtQuery?(query: string): string | undefined
}

/** What such a site comes to here. `files` is a copy of its pictures, where somebody has one. */
export function planHtmlSite(
  old: HtmlSite,
  files: SourceFolder | undefined,
  existing: ExistingFiles,
  weigh: CheckComplexity,
): ImportPlan {
  const problems = [...old.problems, ...(files?.problems ?? [])]
  const stories = withUniqueSources(old.posts)
    .toSorted(byAge)
    .flatMap((story) => {
      const { markdown, fault } = read(story.html, weigh)
      const message = `${fault} It was not imported.`
      if (fault)
        problems.push({ file: story.source, line: story.line, severity: 'error', rule: 'size', message })
      return fault ? [] : [{ ...story, markdown }]
    })
  const names = assignFileNames(stories, existing)
  const named = stories.flatMap((story) => {
    const name = names.get(story.source)
    return name ? [{ ...story, named: name }] : []
  })
  const claims = resolveAliases(named, existing)
  const book = createUrlMap()
  const aliases = new Map<string, string[]>()
  for (const { old: address, now, source, remark, isAlias } of claims) {
    if (remark) problems.push({ file: source, severity: 'warning', rule: 'alias', message: remark })
    if (isAlias) aliases.set(source, [...(aliases.get(source) ?? []), address])
    book.add(address, now)
  }
  for (const { named: name } of named) book.add(articlePath(name.slug), articlePath(name.slug))
  for (const { id } of old.people) book.add(authorPath(id), authorPath(id))

  const warn = (file: string, rule: string, message: string, line?: number) =>
    problems.push({ file, line, severity: 'warning', rule, message })
  const shelf = createFileCopier(files ?? emptyFolder, '', (file, message) => warn(file, 'image', message))
  const resolveFor = (source: string, line: number | undefined, address: string): ResolveUrl => {
    const plain = createUrlResolver(
      { origin: old.origin, baseurl: '', urlMap: book, fileCopier: shelf },
      address,
      (_, rule, message) => warn(source, rule, message, line),
    )
    return (url, kind, at) => {
      const asked = old.sourceAtQuery?.(url)
      const found = asked === undefined ? undefined : names.get(asked)
      return found ? articlePath(found.slug) : plain(url, kind, at)
    }
  }
  const posts = named.map((story) => {
    const { source, line, addresses } = story
    const resolve = resolveFor(source, line, addresses[0] ?? '/')
    const body = withLinks(story.markdown, resolve, (_, rule, message) => warn(source, rule, message, line))
    const image = story.image && (resolve(story.image, 'picture', 0) ?? story.image)
    const authors = story.authors.length > 0 || story.kind === 'page' ? story.authors : [site.houseByline]
    if (authors !== story.authors)
      warn(source, 'author', `No author is known. It was given to "${site.houseByline}".`, line)
    const picture =
      image && typeof story.fields.image === 'object' ? { ...story.fields.image, src: image } : image
    const fields = { ...story.fields, authors, image: picture }
    return formatPostFile(
      { ...story, fields, addresses: aliases.get(source) ?? [] },
      story.named,
      body,
      () => line ?? 1,
    )
  })
  const authors = old.people.map((person) => {
    const resolve = resolveFor(`authors/${person.id}.md`, undefined, '/')
    return formatAuthorFile({
      ...person,
      image: person.image && (resolve(person.image, 'picture', 0) ?? person.image),
    })
  })
  return {
    from: files?.root ?? '',
    ...{ posts, authors, pictures: shelf.copies(), hints: old.hints },
    addresses: claims.map(({ old: address, now, isAlias, remark }) =>
      !isAlias && remark ? { old: address, now, byHand: true } : { old: address, now },
    ),
    problems: [
      ...problems,
      ...posts.flatMap((file) => file.problems),
      ...authors.flatMap((file) => file.problems),
    ],
  }
}

/** Two of one name, as a post and a page of Ghost can be, would be taken for one, and the text of one be lost. */
function withUniqueSources(stories: HtmlPost[]): HtmlPost[] {
  const seen = new Map<string, number>()
  return stories.map((story) => {
    const count = (seen.get(story.source) ?? 0) + 1
    seen.set(story.source, count)
    return count === 1 ? story : { ...story, source: `${story.source} (${count})` }
  })
}

const emptyFolder: SourceFolder = {
  ...{ root: '', paths: [], problems: [], has: () => false, size: () => 0 },
  read: (path) => {
    throw new Error(`There is no ${path}.`)
  },
}

/** Elements that nest by the thousand exhaust the stack of what turns them into Markdown. */
function read(html: string, weigh: CheckComplexity): { markdown: string; fault?: string } {
  if (html.length > maxFileBytes) return { markdown: '', fault: tooLargeMessage(html.length) }
  try {
    const markdown = htmlToMarkdown(html)
    return { markdown, fault: weigh(markdown) }
  } catch {
    return { markdown: '', fault: 'Its HTML nests too deep to be read.' }
  }
}

function withLinks(
  markdown: string,
  resolve: ResolveUrl,
  say: (at: number, rule: string, message: string) => void,
): string {
  return rewriteLinks(reportHiddenHtml(iframesToLinks(original(markdown), say), say), resolve).text
}
