import rehypeSanitize from 'rehype-sanitize'
import type { PluggableList } from 'unified'
import { allowedInput, removedWithContent } from './allowed-html'

/**
 * Raw HTML of an .md post down to what is allowed. Ids are not prefixed here but made safe by rehypeIds, which keeps
 * the fragments of old links; comments and doctypes go.
 */
export const sanitize: PluggableList[number] = [
  rehypeSanitize,
  {
    strip: removedWithContent,
    clobber: [],
    clobberPrefix: '',
    allowComments: false,
    allowDoctypes: false,
    tagNames: Object.keys(allowedInput).filter((name) => name !== '*'),
    attributes: Object.fromEntries(Object.entries(allowedInput).map(([name, list]) => [name, [...list]])),
    protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
    required: {},
    ancestors: Object.fromEntries(
      ['caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'].map((name) => [name, ['table']]),
    ),
  },
]
