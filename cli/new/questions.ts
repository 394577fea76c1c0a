import * as clack from '@clack/prompts'
import type { Author } from '@/lib/content/author'
import { site } from '@/site.config'

/** Thrown where somebody pressed Ctrl-C: nothing has been written. */
export class Cancelled extends Error {}

async function answer<T>(asked: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await asked
  if (clack.isCancel(given)) throw new Cancelled('Nothing was written.')
  return given as Exclude<T, symbol>
}

const needed = (value: string | undefined) => (value?.trim() ? undefined : 'Required.')

export const askHeadline = () => answer(clack.text({ message: 'What is the headline?', validate: needed }))

export const askDescription = () =>
  answer(
    clack.text({
      message: 'One sentence that says what happened',
      placeholder: 'It appears under the headline and in search results.',
      validate: needed,
    }),
  )

export const askAuthor = (authors: Author[], likely?: string) =>
  answer(
    clack.select({
      message: 'Who is the author?',
      options: authors.map(({ id, name, role }) => ({ value: id, label: name, hint: role })),
      initialValue: likely ?? site.houseByline,
    }),
  )

export const askSection = () =>
  answer(
    clack.select({
      message: 'Which section?',
      options: site.sections.map(({ name, description }) => ({
        value: String(name),
        label: name,
        hint: description,
      })),
    }),
  )
