import { authorSchema, parseAuthor } from '@/lib/content/author'
import type { Problem } from '@/lib/content/problem'
import { slugify } from '@/lib/text'
import { formatFileText } from './file-text'
import type { ImportedAuthor } from './imported-post'

/** An author as a file of authors/, with what of them could not be said here. */
export function formatAuthorFile(person: ImportedAuthor) {
  const path = `authors/${person.id}.md`
  const problems: Problem[] = []
  const say = (message: string, severity: Problem['severity'] = 'warning') =>
    problems.push({ file: person.source ?? path, severity, rule: 'author', message })
  const { shape } = authorSchema
  const kept: Record<string, unknown> = { ...person.kept }
  const head: Record<string, unknown> = { name: person.name.slice(0, 120) }
  for (const key of ['role', 'image', 'email'] as const) {
    const value = person[key]
    const isFine = value !== undefined && shape[key].safeParse(value).success
    if (isFine) head[key] = value
    else if (value !== undefined) {
      kept[key] = value
      say(`The ${key} of ${person.name} ("${value}") cannot stand here. It is kept under "imported".`)
    }
  }
  const links = person.links.filter((link) => shape.links.safeParse([link.label ? link : link.url]).success)
  if (links.length > 0) head.links = links.map(({ label, url }) => (label ? { label, url } : url))
  const lost = person.links.filter((link) => !links.includes(link))
  if (lost.length > 0) kept.links = lost.map(({ url }) => url)
  const { text } = formatFileText(head, kept, person.bio)
  const { problems: found } = parseAuthor({ path, bytes: new TextEncoder().encode(text) })
  for (const { severity, message } of found)
    if (severity === 'error') say(`The new file has an error: ${message}`, 'error')
  return { path, text, source: person.source ?? path, problems }
}

/** An id for each author, that nobody else has: neither another name in the source nor one who is here already. */
export function authorIdAssigner(here: Map<string, string>) {
  const names = new Map<string, string>()
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
  return (wanted: string, name: string): string => {
    const base = slugify(wanted).slice(0, 100) || 'author'
    for (let count = 1; ; count++) {
      const id = count === 1 ? base : `${base}-${count}`
      const owner = names.get(id) ?? here.get(id)
      if (owner !== undefined && !same(owner, name)) continue
      names.set(id, name)
      return id
    }
  }
}
