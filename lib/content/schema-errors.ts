import type { z } from 'zod'
import { missing } from '@/lib/content/fields'
import type { FrontMatter } from '@/lib/content/front-matter'
import type { Remark } from '@/lib/content/key-names'
import type { Problem } from '@/lib/content/problem'

type Names = {
  /** Our name for a key, and what the author called it. */
  written: Record<string, string>
  /** The short name of the rule, where it is not the key's. */
  rules: Record<string, string>
  /** What to write for a key that has to be there. */
  examples: Record<string, string>
}

/** What the schema refused, in the author's words. */
export function remarksOf(error: z.ZodError, { written, rules, examples }: Names): Remark[] {
  return error.issues.map(({ path, message }) => {
    const [key = '', ...deeper] = path
    const name = String(key)
    const inner = deeper.findLast((step) => typeof step === 'string')
    const last = String(inner ?? written[name] ?? name)
    return {
      path: [written[name] ?? name, ...deeper],
      severity: 'error',
      rule: rules[name] ?? name,
      message:
        message === missing
          ? `There is no ${last}. Write "${(inner ? undefined : examples[name]) ?? `${last}: …`}".`
          : message,
    }
  })
}

/** Remarks with their places in the file. */
export function problemsAt(file: string, remarks: Remark[], place: FrontMatter['place']): Problem[] {
  return remarks.map(({ path, part, ...said }) => ({ file, ...place(path, part), ...said }))
}
