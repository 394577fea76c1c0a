import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { allowedInput, removedWithContent } from './allowed-html'
import type { Report } from './body'
import { isComponentName } from './mdx-components'
import { isAllowedLink } from './safe-urls'

/** Whether Markdown may hold a link that will lose its address, at a glance. */
export function mayHaveUnsafeLink(markdown: string): boolean {
  return /(?:\]\(|\]:|<)\s*<?(?!https?:|mailto:)[a-z\s\p{Cc}&\\]{0,40}[:;]/iu.test(markdown)
}

/** Says what the sanitiser will take out of an .md post, so that nothing vanishes without a word. */
export function reportStrippedHtml(tree: Root, report: Report) {
  visit(tree, (node) => {
    const place = node.position?.start
    if (
      (node.type === 'link' || node.type === 'definition' || node.type === 'image') &&
      !isAllowedLink(node.url)
    )
      report(
        place,
        `"${node.url.slice(0, 60)}" is not an address, so only the text is shown. ${write}`,
        'html',
        'warning',
      )
    if (node.type !== 'html') return
    for (const tag of new Set(node.value.match(/<[a-z][a-z0-9-]*/gi) ?? [])) {
      const written = tag.slice(1)
      const name = written.toLowerCase()
      // As HTML a <Figure> is a <figure> that never ends, and nobody sees the picture.
      if (isComponentName(written)) {
        const remedy = 'Let the name of the file end in .mdx, or write Markdown.'
        report(place, `<${written}> works in .mdx posts only. ${remedy}`, 'html', 'warning')
        continue
      }
      if (Object.hasOwn(allowedInput, name)) continue
      if (removedWithContent.includes(name))
        report(place, `<${name}> and what it holds is not shown. ${insteadOf(name)}`, 'html', 'warning')
      else report(place, `<${name}> is not shown, only the text in it. Write Markdown.`, 'html', 'note')
    }
  })
}

const write = 'Write https://…, mailto:… or a path of the site.'

function insteadOf(name: string): string {
  if (['iframe', 'video', 'embed', 'object'].includes(name))
    return 'Link to it, or write <Video> in an .mdx post.'
  return name === 'svg' ? 'Put the picture in a file.' : 'Remove it.'
}
