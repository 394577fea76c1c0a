import type { List, Nodes } from 'mdast'
import type { Report } from './body'
import type { JsxElement } from './guard-props'
import { type ComponentName, componentSpecs } from './mdx-components'

/** Reports what a word may not hold. */
export function checkChildren(word: ComponentName, node: JsxElement, report: Report) {
  const place = node.position?.start
  const { holds } = componentSpecs[word]
  const inside = significantChildren(node)
  if (holds === 'nothing') {
    if (inside.length > 0)
      report(place, `<${word}> holds nothing. Write <${word} … /> and put the text after it.`)
    return
  }
  if (inside.length === 0) return report(place, `<${word}> is empty. Write its content between the two tags.`)
  if (holds === 'figures') {
    const figures = inside.filter((child) => 'attributes' in child && child.name === 'Figure')
    if (figures.length < inside.length)
      report(place, `<${word}> holds only <Figure … />. Put the rest outside.`)
    else if (figures.length < 2)
      report(place, `<${word}> holds two or more <Figure … />. For one, leave <${word}> out.`)
  }
  if (holds === 'text' && inside.some((child) => !isText(child)))
    report(place, `<${word}> holds only text. Put lists, headings and pictures outside.`)
  if (holds === 'a list' || holds === 'a bold list')
    checkList(word, inside, holds === 'a bold list', report, place)
}

function checkList(
  word: ComponentName,
  inside: Nodes[],
  bold: boolean,
  report: Report,
  place: Parameters<Report>[0],
) {
  const list = inside[0]
  if (inside.length !== 1 || list?.type !== 'list')
    return report(place, `<${word}> holds one Markdown list and nothing else. Begin each line with "- ".`)
  if (!bold) return
  for (const item of (list as List).children) {
    const first = item.children[0]
    if (first?.type === 'paragraph' && first.children[0]?.type === 'strong') continue
    const what = word === 'Timeline' ? 'date' : 'figure'
    report(
      item.position?.start,
      `An item of <${word}> begins with its ${what} in bold: "- **${what}** text".`,
    )
  }
}

/** What an element holds; a paragraph that holds only elements is what MDX makes of tags on one line. */
function significantChildren(node: JsxElement): Nodes[] {
  return node.children.flatMap((child: Nodes) => {
    if (child.type === 'paragraph' && isOnOwnLines(child))
      return child.children.filter((one) => one.type !== 'text')
    return child.type === 'text' && child.value.trim() === '' ? [] : [child]
  })
}

/** Whether an element inside this parent stands on lines of its own. */
export function isOnOwnLines(parent: Nodes | undefined): boolean {
  if (parent === undefined || !('children' in parent)) return true
  if (parent.type !== 'paragraph') return 'attributes' in parent
  return parent.children.every(
    (child) => 'attributes' in child || (child.type === 'text' && child.value.trim() === ''),
  )
}

const textTypes = new Set(
  'paragraph text emphasis strong delete link linkReference inlineCode break footnoteReference'.split(' '),
)

function isText(node: Nodes): boolean {
  return textTypes.has(node.type) && (!('children' in node) || (node.children as Nodes[]).every(isText))
}
