import { z } from 'zod'
import { list, text } from '@/lib/content/fields'
import { slugify } from '@/lib/text'
import { site } from '@/site.config'

const sectionNames = new Map<string, string>(site.sections.map(({ slug, name }) => [slug, name]))

/** A category, tag or series: its name for people, and the slug of its page. */
export const term = text(80).transform((name, context) => {
  const slug = slugify(name)
  // Two indented lines of "-chips" are one text to YAML, "-chips -AI".
  if (/^-\S/.test(name)) {
    const message = 'A list needs a space after each hyphen: "- chips".'
    context.issues.push({ code: 'custom', message, input: name })
    return z.NEVER
  }
  if (slug !== '' && slug.length <= 120) return { slug, name }
  const message = `No address can be made of "${name}". Write it with letters a to z or digits.`
  context.issues.push({ code: 'custom', message, input: name })
  return z.NEVER
})

/** Terms, each once. */
export const terms = list(term).transform((all) =>
  [...new Map(all.toReversed().map((one) => [one.slug, one])).values()].toReversed(),
)

/** Categories: one that is a configured section, in whatever case, has the section's name. */
export const categories = terms.transform((all) =>
  all.map(({ slug, name }) => ({ slug, name: sectionNames.get(slug) ?? name })),
)
