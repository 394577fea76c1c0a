import type { ReactNode } from 'react'

/** What the value of a prop must be. All props are strings. */
export type PropRule = { required?: true } & (
  | { is: 'text'; most: number }
  | { is: 'one of'; values: readonly string[] }
  | { is: 'slug' }
  /** A picture of the site, or one elsewhere (shown as a link: pages make no request to third parties). */
  | { is: 'picture' }
  | { is: 'own picture' }
  | { is: 'address' }
  | { is: 'video' }
)

/** What may stand between the opening and the closing tag. */
export type ContentKind = 'nothing' | 'figures' | 'text' | 'markdown' | 'a list' | 'a bold list'

const text = (most: number) => ({ is: 'text', most }) as const
const required = <R extends PropRule>(rule: R) => ({ ...rule, required: true }) as const

/**
 * The words an .mdx post may use besides Markdown: a closed set. components/mdx implements exactly these words
 * and props; a difference between the two does not compile.
 */
export const componentSpecs = {
  Figure: {
    props: {
      src: required({ is: 'picture' }),
      alt: required(text(500)),
      caption: text(1000),
      credit: text(200),
      width: { is: 'one of', values: ['normal', 'wide', 'full'] },
    },
    holds: 'nothing',
  },
  Gallery: { props: { caption: text(1000) }, holds: 'figures' },
  PullQuote: { props: { by: text(200), source: { is: 'address' } }, holds: 'text' },
  FactBox: { props: { title: required(text(200)) }, holds: 'markdown' },
  KeyPoints: { props: { title: text(200) }, holds: 'a list' },
  Timeline: { props: { title: text(200) }, holds: 'a bold list' },
  QA: { props: { question: required(text(500)) }, holds: 'markdown' },
  Numbers: { props: { title: text(200) }, holds: 'a bold list' },
  Definition: { props: { term: required(text(200)) }, holds: 'markdown' },
  Note: {
    props: {
      kind: { is: 'one of', values: ['note', 'editor', 'update', 'disclosure'] },
      title: text(200),
    },
    holds: 'markdown',
  },
  Video: {
    props: {
      src: required({ is: 'video' }),
      title: required(text(200)),
      poster: { is: 'own picture' },
    },
    holds: 'nothing',
  },
  Post: { props: { slug: required({ is: 'slug' }) }, holds: 'nothing' },
} as const satisfies Record<string, { props: Record<string, PropRule>; holds: ContentKind }>

export type ComponentName = keyof typeof componentSpecs
export const componentNames = Object.keys(componentSpecs) as ComponentName[]

/** Words that may stand inside a word holding Markdown. A box in a box helps no reader. */
export const nestableComponents: ReadonlySet<string> = new Set<ComponentName>([
  'Figure',
  'Gallery',
  'Numbers',
  'Post',
  'Video',
])

/** Whether a name is a word. `constructor` and its like, which every object answers to, are not. */
export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(componentSpecs, name)
}

/** The rules of a word's props by name. */
export function propRulesOf(word: ComponentName): Record<string, PropRule> {
  return componentSpecs[word].props
}

type RulesOf<W extends ComponentName> = (typeof componentSpecs)[W]['props']
type Value<R> = R extends { is: 'one of'; values: readonly (infer V)[] } ? V : string
type RequiredKeys<P> = { [K in keyof P]: P[K] extends { required: true } ? K : never }[keyof P]
type Inside<W extends ComponentName> = (typeof componentSpecs)[W]['holds'] extends 'nothing'
  ? unknown
  : { children: ReactNode }

/** The props a word's component receives: exactly those of the vocabulary, with `children` if it holds any. */
export type PropsOf<W extends ComponentName> = { [K in RequiredKeys<RulesOf<W>>]: Value<RulesOf<W>[K]> } & {
  [K in Exclude<keyof RulesOf<W>, RequiredKeys<RulesOf<W>>>]?: Value<RulesOf<W>[K]>
} & Inside<W>
