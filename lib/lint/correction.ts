import { dayOf } from '@/lib/dates'
import type { Rule } from './rule'

/** `updated` is what lists, feeds and search engines go by; without it nobody is told of the correction. */
export const correction: Rule = {
  name: 'correction',
  find: ({ post: { corrections, updated } }) => {
    const latest = corrections
      .map(({ date }) => dayOf(date))
      .sort()
      .at(-1)
    if (latest === undefined || (updated && dayOf(updated) >= latest)) return []
    const message = `The last correction is of ${latest}, ${updated ? 'after "updated"' : 'and there is no "updated"'}. Write "updated: ${latest}".`
    return [{ key: [updated ? 'updated' : 'corrections'], part: 'key', message }]
  },
}
