import type { ThemeRegistrationRaw } from '@shikijs/core'

/**
 * Six kinds of token are enough to read code by. The tokeniser knows only colours, so each kind gets a number that looks
 * like one; app/styles/prose.css gives the classes their real colours in both themes.
 */
const kinds: [className: string, colour: string, scopes: string[]][] = [
  ['tok-comment', '#000001', ['comment', 'punctuation.definition.comment']],
  ['tok-string', '#000002', ['string', 'markup.inline', 'markup.inserted', 'constant.other.symbol']],
  ['tok-number', '#000003', ['constant', 'variable.language', 'support.constant']],
  [
    'tok-keyword',
    '#000004',
    [
      'keyword',
      'storage',
      'entity.name.tag',
      'markup.heading',
      'markup.deleted',
      'punctuation.definition.keyword',
    ],
  ],
  [
    'tok-name',
    '#000005',
    [
      'entity.name.function',
      'support.function',
      'entity.name.type',
      'entity.name.class',
      'support.class',
      'meta.diff.header',
    ],
  ],
  [
    'tok-attribute',
    '#000006',
    ['entity.other.attribute-name', 'support.type.property-name', 'variable.parameter'],
  ],
  // What looks like a keyword to the grammar but reads as punctuation.
  ['', '#000000', ['keyword.operator', 'punctuation', 'string.unquoted']],
]

export const theme: ThemeRegistrationRaw & { name: string } = {
  name: 'classes',
  type: 'light',
  settings: [
    { settings: { foreground: '#000000', background: '#ffffff' } },
    ...kinds.map(([, foreground, scope]) => ({ scope, settings: { foreground } })),
  ],
}

const classes = new Map(kinds.map(([className, colour]) => [colour, className]))

/** The class for a token's colour; undefined for ordinary text. */
export function classForColour(colour: string | undefined): string | undefined {
  return classes.get((colour ?? '').toLowerCase()) || undefined
}
