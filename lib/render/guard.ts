import type { Nodes, Parents, Root } from 'mdast'
import { type Body, type Report, throwIfProblems } from './body'
import { hintForUnknownTag } from './error-hints'
import { checkChildren, isOnOwnLines } from './guard-content'
import { checkProps, type JsxElement } from './guard-props'
import { type ComponentName, componentSpecs, isComponentName, nestableComponents } from './mdx-components'
import { isAllowedLink } from './safe-urls'

/**
 * The last remark step of an .mdx post: throws a BodyError with everything that is not Markdown or a right use of the
 * vocabulary. It must come before next-mdx-remote deletes expressions without a word.
 */
export function remarkGuard(body: Body) {
  return (tree: Root) => throwIfProblems(body, (report) => guardTree(tree, report))
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
      return isAllowedLink(node.url)
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

function guardElement(node: JsxElement, parents: Parents[], report: Report) {
  const place = node.position?.start
  const { name } = node
  if (name === null) return report(place, '<> is not in the vocabulary. Remove it and its closing tag.')
  if (!isComponentName(name)) return report(place, `<${name.slice(0, 40)}> is ${hintForUnknownTag(name)}`)
  checkProps(name, node, report)
  checkPlace(name, node, parents, report)
  checkChildren(name, node, report)
}

/** A word stands on its own, and in another word only where that one holds Markdown or figures. */
function checkPlace(word: ComponentName, node: JsxElement, parents: Parents[], report: Report) {
  const place = node.position?.start
  const alone = node.type === 'mdxJsxFlowElement' || isOnOwnLines(parents.at(-1))
  if (!alone) report(place, `<${word}> stands in the middle of text. Put it on lines of its own.`)
  const outer = parents.findLast((parent): parent is JsxElement => 'attributes' in parent)
  if (!outer?.name || !isComponentName(outer.name)) return
  const { holds } = componentSpecs[outer.name]
  if (holds === 'figures' ? word === 'Figure' : holds === 'markdown' && nestableComponents.has(word)) return
  if (holds === 'figures' || holds === 'nothing') return // checkChildren reports it
  report(place, `<${word}> cannot stand in <${outer.name}>. Close <${outer.name}> before it.`)
}
