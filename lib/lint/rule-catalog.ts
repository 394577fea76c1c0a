import { postKeys } from '@/lib/content/post-keys'

type RuleInfo = {
  /** How serious it is; where it depends, the worst. */
  severity: 'error' | 'warning' | 'note'
  /** Whether `--fix` mends it. */
  fix?: true
  /** What the rule asks for, in one line of `--rules`. docs/rules.md has the reason. */
  requirement: string
}

/** Every rule there is, by the name that stands in a problem. A key of the head is one, too: it speaks of its value. */
export const ruleCatalog = {
  file: {
    severity: 'error',
    requirement:
      'posts/ and authors/ hold plain files in UTF-8, public/ kinds of files that only show something; no links, no submodules',
  },
  folder: { severity: 'error', requirement: 'posts/ and authors/ are there and can be read' },
  'front-matter': { severity: 'error', requirement: 'the head is YAML between two lines of ---' },
  comment: { severity: 'warning', requirement: 'no part of a value is lost as a YAML comment' },
  keys: { severity: 'error', requirement: 'no key is written twice, none is without meaning' },
  typo: { severity: 'warning', requirement: 'keys are spelled as the site knows them' },
  date: { severity: 'error', requirement: 'dates are days that exist' },
  slug: { severity: 'error', requirement: 'every post has an address of its own' },
  alias: { severity: 'error', requirement: 'an old address leads to one post' },
  author: { severity: 'error', requirement: 'every author has a file in authors/' },
  category: {
    severity: 'warning',
    requirement: 'a category is written one way, and like the section it means',
  },
  tag: { severity: 'warning', requirement: 'a tag is written one way' },
  series: { severity: 'warning', requirement: 'a series is written one way' },
  related: { severity: 'warning', requirement: 'related posts exist' },
  published: { severity: 'error', requirement: 'published is true or false' },
  layout: { severity: 'warning', requirement: 'the layout is post or page' },
  body: { severity: 'warning', requirement: 'there is a text below the head' },
  encoding: { severity: 'warning', fix: true, requirement: 'no character was damaged by a wrong encoding' },
  mdx: { severity: 'error', requirement: 'an .mdx text is Markdown and the words of the vocabulary' },
  html: { severity: 'warning', requirement: 'an .md text has no HTML that is taken out' },
  size: { severity: 'error', requirement: 'the text can be read in time' },
  front: { severity: 'error', requirement: 'front.yml names stories, sections and layouts that are there' },
  gone: { severity: 'error', requirement: 'gone.yml gives a reason for each address, and no story is there' },
  previews: { severity: 'error', requirement: 'previews.yml revokes what it means to' },
  image: { severity: 'warning', requirement: 'pictures are there and can be read' },
  'picture-size': { severity: 'warning', requirement: 'pictures are not too heavy for a phone' },
  unused: { severity: 'note', requirement: 'every picture in public/assets/ is used' },
  alt: { severity: 'warning', requirement: 'every picture is described for those who do not see it' },
  caption: { severity: 'note', requirement: 'the lead picture has a caption' },
  credit: { severity: 'warning', requirement: 'every picture says who made it' },
  link: { severity: 'warning', requirement: 'links inside the site lead somewhere' },
  anchor: { severity: 'warning', requirement: 'links to a part of a page find it' },
  'own-address': { severity: 'warning', fix: true, requirement: 'links inside the site are paths' },
  address: {
    severity: 'error',
    requirement: 'an address that was published answers, or the reason is given',
  },
  permalink: { severity: 'error', requirement: 'a pattern of old addresses can work' },
  correction: { severity: 'warning', requirement: 'a corrected post says when it was updated' },
  length: { severity: 'warning', requirement: 'headline and description have a useful length' },
  h1: { severity: 'warning', fix: true, requirement: 'the headline is the only heading of the first level' },
  headings: { severity: 'warning', requirement: 'headings go down one level at a time' },
  quotes: { severity: 'warning', fix: true, requirement: 'texts in the head have curly quotes' },
  spaces: { severity: 'note', fix: true, requirement: 'one space between words' },
  repeated: { severity: 'warning', requirement: 'no word is there twice twice' },
  spelling: { severity: 'warning', requirement: 'words are in the dictionary or in style/spelling.txt' },
  words: { severity: 'warning', requirement: 'words are those that style/words.txt prefers' },
  liquid: { severity: 'warning', requirement: 'no Liquid of a Jekyll site is left' },
  kramdown: { severity: 'warning', requirement: 'no kramdown of a Jekyll site is left' },
  silence: { severity: 'warning', requirement: 'what silences a rule names one, and is needed' },
} as const satisfies Record<string, RuleInfo>

export type RuleName = keyof typeof ruleCatalog
export const ruleNames = Object.keys(ruleCatalog) as RuleName[]

/** Whether a problem may be called so: a rule, or a key of the head whose value is wrong. */
export function isRuleName(name: string): boolean {
  return Object.hasOwn(ruleCatalog, name) || postKeys.keys.includes(name)
}
