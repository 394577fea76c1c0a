import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import { closestMatch } from '@/lib/text'
import { describePropError, formatAlternatives } from './attribute-rules'
import type { Report } from './body'
import { type ComponentName, propRulesOf } from './mdx-components'

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

/** Reports props that are unknown, missing, given twice, given as code, or against their rule. */
export function checkProps(word: ComponentName, node: JsxElement, report: Report) {
  const rules = propRulesOf(word)
  const given = new Set<string>()
  for (const prop of node.attributes) {
    const place = prop.position?.start ?? node.position?.start
    if (prop.type === 'mdxJsxExpressionAttribute') {
      report(place, `Code in braces is not allowed in <${word}>. Write each prop as name="value".`)
      continue
    }
    const { name, value } = prop
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (given.has(name)) report(place, `"${name}" of <${word}> is given twice. Remove one.`)
    given.add(name)
    if (!rule) report(place, `<${word}> has no "${name}". ${suggestion(name, Object.keys(rules))}`)
    else if (typeof value !== 'string')
      report(place, `"${name}" of <${word}> is not text in quotes. Write ${name}="…".`)
    else {
      const fault = describePropError(rule, value)
      if (fault) report(place, `"${name}" of <${word}> ${fault}`)
    }
  }
  for (const [name, rule] of Object.entries(rules))
    if (rule.required && !given.has(name))
      report(
        node.position?.start,
        `<${word}> needs ${name}="…".${name === 'alt' ? ' Say what the picture shows.' : ''}`,
      )
}

function suggestion(name: string, known: string[]): string {
  const near = closestMatch(name, known)
  return near ? `Did you mean "${near}"?` : `It takes ${formatAlternatives(known)}.`
}
