import type { List, PhrasingContent, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { formatDay } from '@/lib/dates'
import { messages } from '@/lib/i18n/messages'
import { absoluteUrl, articlePath } from '@/lib/urls'
import { bodyToMarkdown } from './body'
import { publicFrontMatter } from './public-keys'

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true })

/** An article as Markdown: all that its page shows. `html` is its body, rendered and sanitised. */
export function postToMarkdown({
  story,
  authors,
  html,
}: {
  story: Summary
  authors: Author[]
  html: string
}) {
  const children: RootContent[] = [
    heading(1, story.title),
    { type: 'paragraph', children: [text(story.description)] },
    ...section(
      messages.keyPoints,
      story.keyPoints.map((point) => [text(point)]),
    ),
    ...bodyToMarkdown(html, absoluteUrl(articlePath(story.slug))),
    ...section(messages.corrections, story.corrections.map(correction)),
    ...section(messages.sources, story.sources.map(source)),
  ]
  return `---\n${publicFrontMatter(story, authors)}---\n\n${writer.stringify({ type: 'root', children })}`
}

function section(title: string, items: PhrasingContent[][]): RootContent[] {
  if (items.length === 0) return []
  const list: List = { type: 'list', ordered: false, spread: false, children: items.map(item) }
  return [heading(2, title), list]
}

const item = (children: PhrasingContent[]): List['children'][number] => ({
  type: 'listItem',
  spread: false,
  children: [{ type: 'paragraph', children }],
})

function correction({ date, type, text: said }: Summary['corrections'][number]): PhrasingContent[] {
  const label = `${messages.correctionTypes[type]}, ${formatDay(date)}.`
  return [{ type: 'strong', children: [text(label)] }, text(` ${said}`)]
}

const source = ({ title, url }: Summary['sources'][number]): PhrasingContent[] => [
  { type: 'link', url: absoluteUrl(url), children: [text(title)] },
]

const heading = (depth: 1 | 2, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
})

const text = (value: string): PhrasingContent => ({ type: 'text', value })
