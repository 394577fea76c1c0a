import type { Nodes, Parents, Root } from 'mdast'
import { type Body, insist, type Report } from './body'
import { remedyFor } from './error-hints'
import { checkInside, isAlone } from './guard-content'
import { checkProps, type Jsx } from './guard-props'
import { insideMarkdown, isWord, vocabulary, type Word } from './mdx-components'
import { mayLinkTo } from './safe-urls'

/**
 * The last remark step of an .mdx post: throws a BodyError with everything that is not Markdown or a right use of the
 * vocabulary. It must come before next-mdx-remote deletes expressions without a word.
 */
export function remarkGuard(body: Body) {
  return (tree: Root) => insist(body, (report) => guardTree(tree, report))
}

/** Reports everything in the tree of an .mdx post that may not be there. */
export function guardTree(tree: Root, report: Report) {
  const pending: { node: Nodes; parents: Parents[] }[] = [{ node: tree, parents: [] }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, parents } = next
    guardNode(node, parents, report)
    if (!('children' in node)) continue
    const inner = [...parents, node]
    for (const child of [...node.children].reverse()) pending.push({ node: child, parents: inner })
  }
}

const noCode = 'Code in braces is not allowed in a post. Remove it; for the character itself write \\{.'

function guardNode(node: Nodes, parents: Parents[], report: Report) {
  const place = node.position?.start
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return report(place, noCode)
    case 'mdxjsEsm':
      return report(
        place,
        'A post cannot import or export anything. Remove the line; the words are there already.',
      )
    case 'html':
      return report(place, 'HTML cannot stand in an .mdx post. Use Markdown, or name the file .md.')
    case 'paragraph': {
      const first = node.children[0]
      const start = first?.type === 'text' && parents.length === 1 && /^(import|export) /.exec(first.value)
      return start && place?.column === 1
        ? report(
            place,
            `A paragraph cannot begin with "${start[1]}": MDX takes it for code. Begin with another word.`,
          )
        : undefined
    }
    case 'link':
    case 'image':
    case 'definition':
      return mayLinkTo(node.url)
        ? undefined
        : report(
            place,
            `"${node.url.slice(0, 60)}" is not an address. Write https://…, mailto:… or a path of the site.`,
          )
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return guardElement(node, parents, report)
  }
}

function guardElement(node: Jsx, parents: Parents[], report: Report) {
  const place = node.position?.start
  const { name } = node
  if (name === null) return report(place, '<> is not in the vocabulary. Remove it and its closing tag.')
  if (!isWord(name)) return report(place, `<${name.slice(0, 40)}> is ${remedyFor(name)}`)
  checkProps(name, node, report)
  checkPlace(name, node, parents, report)
  checkInside(name, node, report)
}

/** A word stands on its own, and in another word only where that one holds Markdown or figures. */
function checkPlace(word: Word, node: Jsx, parents: Parents[], report: Report) {
  const place = node.position?.start
  const alone = node.type === 'mdxJsxFlowElement' || isAlone(parents.at(-1))
  if (!alone) report(place, `<${word}> stands in the middle of text. Put it on lines of its own.`)
  const outer = parents.findLast((parent): parent is Jsx => 'attributes' in parent)
  if (!outer?.name || !isWord(outer.name)) return
  const { holds } = vocabulary[outer.name]
  if (holds === 'figures' ? word === 'Figure' : holds === 'markdown' && insideMarkdown.has(word)) return
  if (holds === 'figures' || holds === 'nothing') return // said by checkInside
  report(place, `<${word}> cannot stand in <${outer.name}>. Close <${outer.name}> before it.`)
}
