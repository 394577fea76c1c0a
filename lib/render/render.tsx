import { compileMDX } from 'next-mdx-remote/rsc'
import type { ReactElement } from 'react'
import { bodyComponents } from '@/components/mdx/body-components'
import { type Body, BodyError, throwIfProblems } from './body'
import { diagnoseBody, inspectBody } from './check'
import type { Heading } from './headings'
import { checkLimits } from './limits'
import type { BodyLookups } from './lookups'
import { createPipeline } from './pipeline'

/**
 * A body as HTML for its page, with its h2 and h3 for a table of contents. Throws a BodyError with all problems if
 * anything in the body is not allowed.
 */
export async function renderBody(
  body: Body,
  facts: BodyLookups,
): Promise<{ html: string; headings: Heading[] }> {
  const { content, headings } = await compileBody(body, facts, true)
  return { html: await toHtml(content), headings }
}

/**
 * A body as HTML without the page's chrome (anchors, hints, smaller copies of pictures), for feeds and the lite edition.
 * Paths stay paths. Throws like renderBody.
 */
export async function renderPlainBody(body: Body, facts: BodyLookups): Promise<string> {
  return toHtml((await compileBody(body, facts, false)).content)
}

async function toHtml(content: ReactElement): Promise<string> {
  // Next refuses a static import of it in server components.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(content)
}

async function compileBody(body: Body, facts: BodyLookups, chrome: boolean) {
  throwIfProblems(body, (report) => checkLimits(body.body, report))
  // The compiler hands every brace of `{{{{` to a JavaScript parser: 16 KB take 8 s. This reading does not.
  if (body.format === 'mdx') throwIfProblems(body, (report) => inspectBody(body, report))
  const headings: Heading[] = []
  const mdxOptions = { format: body.format, ...createPipeline(body, { chrome, highlight: true, headings }) }
  try {
    const { content } = await compileMDX({
      source: body.body,
      components: bodyComponents(facts, { plain: !chrome }),
      options: { blockJS: true, blockDangerousJS: true, mdxOptions },
    })
    return { content, headings }
  } catch (error) {
    // next-mdx-remote keeps nothing but the message of what was thrown.
    const problems = await diagnoseBody(body)
    throw problems.length > 0 ? new BodyError(problems) : error
  }
}
