import { postKeys } from '@/lib/content/post-keys'

type Entry = {
  /** How serious it is; where it depends, the worst. */
  severity: 'error' | 'warning' | 'note'
  /** Whether `--fix` mends it. */
  fix?: true
  /** What the rule asks for, in one line of `--rules`. docs/rules.md has the reason. */
  asks: string
}

/** Every rule there is, by the name that stands in a problem. A key of the head is one, too: it speaks of its value. */
export const catalogue = {
  file: {
    severity: 'error',
    asks: 'posts/ and authors/ hold plain files in UTF-8, public/ kinds of files that only show something; no links, no submodules',
  },
  folder: { severity: 'error', asks: 'posts/ and authors/ are there and can be read' },
  'front-matter': { severity: 'error', asks: 'the head is YAML between two lines of ---' },
  comment: { severity: 'warning', asks: 'no part of a value is lost as a YAML comment' },
  keys: { severity: 'error', asks: 'no key is written twice, none is without meaning' },
  typo: { severity: 'warning', asks: 'keys are spelled as the site knows them' },
  date: { severity: 'error', asks: 'dates are days that exist' },
  slug: { severity: 'error', asks: 'every post has an address of its own' },
  alias: { severity: 'error', asks: 'an old address leads to one post' },
  author: { severity: 'error', asks: 'every author has a file in authors/' },
  category: { severity: 'warning', asks: 'a category is written one way, and like the section it means' },
  tag: { severity: 'warning', asks: 'a tag is written one way' },
  series: { severity: 'warning', asks: 'a series is written one way' },
  related: { severity: 'warning', asks: 'related posts exist' },
  published: { severity: 'error', asks: 'published is true or false' },
  layout: { severity: 'warning', asks: 'the layout is post or page' },
  body: { severity: 'warning', asks: 'there is a text below the head' },
  encoding: { severity: 'warning', fix: true, asks: 'no character was damaged by a wrong encoding' },
  mdx: { severity: 'error', asks: 'an .mdx text is Markdown and the words of the vocabulary' },
  html: { severity: 'warning', asks: 'an .md text has no HTML that is taken out' },
  size: { severity: 'error', asks: 'the text can be read in time' },
  front: { severity: 'error', asks: 'front.yml names stories, sections and layouts that are there' },
  gone: { severity: 'error', asks: 'gone.yml gives a reason for each address, and no story is there' },
  previews: { severity: 'error', asks: 'previews.yml revokes what it means to' },
  image: { severity: 'warning', asks: 'pictures are there and can be read' },
  'picture-size': { severity: 'warning', asks: 'pictures are not too heavy for a phone' },
  unused: { severity: 'note', asks: 'every picture in public/assets/ is used' },
  alt: { severity: 'warning', asks: 'every picture is described for those who do not see it' },
  caption: { severity: 'note', asks: 'the lead picture has a caption' },
  credit: { severity: 'warning', asks: 'every picture says who made it' },
  link: { severity: 'warning', asks: 'links inside the site lead somewhere' },
  anchor: { severity: 'warning', asks: 'links to a part of a page find it' },
  'own-address': { severity: 'warning', fix: true, asks: 'links inside the site are paths' },
  address: { severity: 'error', asks: 'an address that was published answers, or the reason is given' },
  permalink: { severity: 'error', asks: 'a pattern of old addresses can work' },
  correction: { severity: 'warning', asks: 'a corrected post says when it was updated' },
  length: { severity: 'warning', asks: 'headline and description have a useful length' },
  h1: { severity: 'warning', fix: true, asks: 'the headline is the only heading of the first level' },
  headings: { severity: 'warning', asks: 'headings go down one level at a time' },
  quotes: { severity: 'warning', fix: true, asks: 'texts in the head have curly quotes' },
  spaces: { severity: 'note', fix: true, asks: 'one space between words' },
  repeated: { severity: 'warning', asks: 'no word is there twice twice' },
  spelling: { severity: 'warning', asks: 'words are in the dictionary or in style/spelling.txt' },
  words: { severity: 'warning', asks: 'words are those that style/words.txt prefers' },
  liquid: { severity: 'warning', asks: 'no Liquid of a Jekyll site is left' },
  kramdown: { severity: 'warning', asks: 'no kramdown of a Jekyll site is left' },
  silence: { severity: 'warning', asks: 'what silences a rule names one, and is needed' },
} as const satisfies Record<string, Entry>

export type RuleName = keyof typeof catalogue
export const ruleNames = Object.keys(catalogue) as RuleName[]

/** Whether a problem may be called so: a rule, or a key of the head whose value is wrong. */
export function isRuleName(name: string): boolean {
  return Object.hasOwn(catalogue, name) || postKeys.keys.includes(name)
}
