import { slugify } from '@/lib/text'
import type { ImportedAuthor } from '../imported-post'
import { firstText, isRecord, listOf, textOf } from '../values'
import { type JekyllAuthor, personOf } from './authors'

type Ids = (wanted: string, name: string) => string
type Say = (message: string) => void

/** The people of the old site by what posts call them. Whoever a post names and nobody knows becomes one of them. */
export function peopleOf(authors: JekyllAuthor[], idFor: Ids) {
  const people = new Map<string, ImportedAuthor>()
  const byName = new Map<string, ImportedAuthor>()
  const data = new Map<string, Record<string, unknown>>()
  const add = (key: string, found: Omit<ImportedAuthor, 'id'>) => {
    const person = { ...found, id: idFor(key, found.name) }
    people.set(slugify(key), person)
    if (!byName.has(slugify(person.name))) byName.set(slugify(person.name), person)
    return person
  }
  const find = (called: string) => people.get(slugify(called)) ?? byName.get(slugify(called))
  for (const author of authors) data.set(add(author.key, personOf(author)).id, author.data)

  function named(called: string, say: Say): ImportedAuthor[] {
    const known = find(called)
    if (known) return [known]
    const parts = called.split(/\s*(?:,|&|\band\b)\s*/).filter(Boolean)
    const all = parts.map(find)
    if (parts.length > 1 && all.every((one) => one !== undefined))
      return all.filter((one) => one !== undefined)
    say(`Nothing is known of the author "${called}" but this name. Complete authors/${slugify(called)}.md.`)
    return [add(called, { name: called, links: [], bio: '', kept: {} })]
  }
  return {
    find,
    /** What the old site says of someone, all of it. */
    dataOf: (id: string) => data.get(id) ?? {},
    all: () => [...people.values()],
    /** The authors a post names: ids, names, or mappings with a name. */
    of(value: unknown, say: Say): ImportedAuthor[] {
      const found = listOf(value).flatMap((one) => {
        if (!isRecord(one)) return textOf(one) === undefined ? [] : named(textOf(one) ?? '', say)
        const name = firstText(one, ['id', 'username', 'name', 'full_name'])
        if (!name) return []
        return find(name) ?? add(name, personOf({ key: name, data: one, bio: '' }))
      })
      return [...new Map(found.map((person) => [person.id, person])).values()]
    },
  }
}

export type People = ReturnType<typeof peopleOf>
