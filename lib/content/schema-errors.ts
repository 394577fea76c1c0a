import type { z } from 'zod'
import { missing } from '@/lib/content/fields'
import type { FrontMatter } from '@/lib/content/front-matter'
import type { FieldProblem } from '@/lib/content/key-names'
import type { Problem } from '@/lib/content/problem'

type KeyLabels = {
  /** Our name for a key, and what the author called it. */
  written: Record<string, string>
  /** The short name of the rule, where it is not the key's. */
  rules: Record<string, string>
  /** What to write for a key that has to be there. */
  examples: Record<string, string>
}

/** What the schema refused, in the author's words. */
export function schemaErrors(error: z.ZodError, { written, rules, examples }: KeyLabels): FieldProblem[] {
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
export function locateProblems(
  file: string,
  remarks: FieldProblem[],
  place: FrontMatter['positionOf'],
): Problem[] {
  return remarks.map(({ path, part, ...said }) => ({ file, ...place(path, part), ...said }))
}
