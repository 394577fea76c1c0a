import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import type { Body } from './body'
import { pageIds } from './ids'
import { runPipeline } from './run-pipeline'

/** Every id a link may name on the page of a body: those of its headings, its HTML, and the page around it. Throws like renderBody. */
export async function collectAnchorIds(body: Body): Promise<Set<string>> {
  const found = new Set(pageIds)
  await runPipeline(body, (tree) =>
    visit(tree, 'element', ({ properties }: Element) => {
      if (typeof properties.id === 'string') found.add(properties.id)
    }),
  )
  return found
}
