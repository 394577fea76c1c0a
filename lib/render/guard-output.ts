import type { Element, Nodes, Properties, Root } from 'hast'
import { type AllowedAttribute, allowedOutput } from './allowed-html'
import { type Body, throwIfProblems } from './body'
import { safeId } from './ids'
import { isComponentName, propRulesOf } from './mdx-components'
import { isAllowedLink, sitePicturePath } from './safe-urls'

/**
 * The last look before anything is compiled: walks the finished tree of either format and refuses the whole body if one
 * element, attribute or address is not allowed. With the steps before it right it never finds anything.
 */
export function rehypeGuard(body: Body) {
  return (tree: Root) =>
    throwIfProblems(body, (report) => {
      const pending: Nodes[] = [tree]
      for (let node = pending.pop(); node; node = pending.pop()) {
        const fault = findFault(node)
        if (fault) report(node.position?.start, `${fault} may not reach the page. Remove it from the post.`)
        if ('children' in node) for (const child of node.children) pending.push(child)
      }
    })
}

function findFault(node: Nodes): string | undefined {
  if (node.type === 'root' || node.type === 'text') return undefined
  if (node.type === 'element') return findElementFault(node)
  if (node.type !== 'mdxJsxFlowElement') return `"${node.type}"`
  const word = node.name
  if (!word || !isComponentName(word)) return `<${word}>`
  const known = propRulesOf(word)
  const bad = node.attributes.find(
    (prop) =>
      prop.type !== 'mdxJsxAttribute' || typeof prop.value !== 'string' || !Object.hasOwn(known, prop.name),
  )
  return bad && `A prop of <${word}>`
}

function findElementFault({ tagName, properties, content }: Element): string | undefined {
  const rules = Object.hasOwn(allowedOutput, tagName) && allowedOutput[tagName]
  if (!rules || content) return `<${tagName}>`
  const all = [...rules, ...(allowedOutput['*'] ?? [])]
  const bad = Object.entries(properties).find(([name, value]) => !isAllowed(name, value, all))
  return bad && `The attribute "${bad[0]}" of <${tagName}>`
}

function isAllowed(name: string, value: Properties[string], rules: AllowedAttribute[]): boolean {
  if (value === undefined || value === null || value === false) return true
  const rule = rules.find((one) => (typeof one === 'string' ? one : one[0]) === name)
  if (rule === undefined) return false
  if (name === 'href') return isAllowedLink(String(value))
  if (name === 'src') return sitePicturePath(String(value)) === value
  if (name === 'id') return safeId(String(value)) === value
  if (typeof rule === 'string') return true
  const values = Array.isArray(value) ? value : [value]
  return values.every((one) =>
    rule.slice(1).some((good) => (good instanceof RegExp ? good.test(String(one)) : good === one)),
  )
}
