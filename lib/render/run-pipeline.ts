import { createProcessor } from '@mdx-js/mdx'
import type { Root } from 'hast'
import type { Body } from './body'
import { createPipeline } from './pipeline'

/** Takes a body through the whole pipeline, up to where it would become code, and hands over its finished tree. */
export async function runPipeline(body: Body, look?: (tree: Root) => void): Promise<void> {
  const way = createPipeline(body, { chrome: false, highlight: false, headings: [] })
  const rehypePlugins = look ? [...way.rehypePlugins, () => look] : way.rehypePlugins
  const processor = createProcessor({ format: body.format, ...way, rehypePlugins })
  const tree = processor.parse(body.body)
  // Its types say it gives the program of the last step; run by itself, it takes what parse gave.
  await processor.run(tree as unknown as Parameters<typeof processor.run>[0])
}
