import { smartenPunctuation } from '@/lib/render/typography'
import { closestMatch, slugify } from '@/lib/text'
import { site } from '@/site.config'
import { findGitAuthor, listAuthors } from './newsroom'
import type { Request } from './options'

/**
 * Headline, description, author and section: as the command line has them, else asked for at the terminal. Where there
 * is none, git's author will do, and the rest is an error that names all that is missing.
 */
export async function completeAnswers(root: string, request: Request, canAsk: boolean) {
  const authors = await listAuthors(root)
  const likely = findGitAuthor(root, authors)?.id
  const given = {
    headline: request.headline,
    description: request.description?.trim(),
    author: request.author
      ? knownAuthor(
          request.author,
          authors.map(({ id }) => id),
        )
      : canAsk
        ? undefined
        : likely,
    section: request.section ? sectionName(request.section) : undefined,
  }
  if (!canAsk) requireAll(given)
  const ask = await import('./questions')
  return {
    headline: typeset(given.headline || (await ask.askHeadline())),
    description: typeset(given.description || (await ask.askDescription())),
    author: given.author ?? (await ask.askAuthor(authors, likely)),
    section: given.section ?? (await ask.askSection()),
  }
}

function requireAll(given: Record<string, string | undefined>) {
  const missing = Object.entries(given).flatMap(([name, value]) =>
    value ? [] : [name === 'headline' ? 'the headline' : `--${name}`],
  )
  if (missing.length === 0) return
  throw new Error(`Without a terminal, also give ${missing.join(', ')}. See --help.`)
}

/** The head is shown as it is written, so the quotes are set here; and on one line. */
const typeset = (text: string) => smartenPunctuation(text.replace(/\s+/g, ' ').trim(), '')

function knownAuthor(written: string, ids: string[]): string {
  const id = slugify(written)
  if (ids.includes(id)) return id
  const near = closestMatch(id, ids)
  throw new Error(`There is no authors/${id}.md. ${near ? `Did you mean "${near}"?` : 'Create it first.'}`)
}

/** The name of a configured section, however it is written; any other category as it is. */
function sectionName(written: string): string {
  const slug = slugify(written)
  const known = site.sections.find((section) => section.slug === slug)
  if (known) return known.name
  const near = closestMatch(
    slug,
    site.sections.map((section) => section.slug),
  )
  if (slug === '' || near)
    throw new Error(`There is no section "${written}".${near ? ` Did you mean "${near}"?` : ''}`)
  return JSON.stringify(written)
}
