import type { Root } from 'mdast'
import { mdxFromMarkdown } from 'mdast-util-mdx'
import { mdx } from 'micromark-extension-mdx'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Body } from './body'

const markdownParser = unified().use(remarkParse).use(remarkGfm).freeze()
const mdxParser = unified().use(remarkParse).use(mdxSyntax).use(remarkGfm).freeze()

/**
 * The tree of a body, for looking at it; nothing is compiled. MDX is read without its JavaScript parser, so that a
 * broken expression is a node like a sound one and all problems can be told at once. Throws the parser's error.
 */
export function parseBody({ body, format }: Pick<Body, 'body' | 'format'>): Root {
  return (format === 'mdx' ? mdxParser : markdownParser).parse(body)
}

function mdxSyntax(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mdx()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mdxFromMarkdown()]
}
