import { compileMDX } from 'next-mdx-remote/rsc'
import type { ReactElement } from 'react'
import { bodyComponents } from '@/components/mdx/body-components'
import { type Body, BodyError, insist } from './body'
import { diagnose, readWithCare } from './check'
import type { Heading } from './headings'
import { checkCaps } from './limits'
import type { Facts } from './lookups'
import { pipeline } from './pipeline'

/**
 * A body as HTML for its page, with its h2 and h3 for a table of contents. Throws a BodyError with all problems if
 * anything in the body is not allowed.
 */
export async function renderBody(body: Body, facts: Facts): Promise<{ html: string; headings: Heading[] }> {
  const { content, headings } = await compile(body, facts, true)
  return { html: await toHtml(content), headings }
}

/**
 * A body as HTML without the page's furniture (anchors, hints, smaller copies of pictures), for feeds and the lite edition.
 * Paths stay paths. Throws like renderBody.
 */
export async function renderHtml(body: Body, facts: Facts): Promise<string> {
  return toHtml((await compile(body, facts, false)).content)
}

async function toHtml(content: ReactElement): Promise<string> {
  // Next refuses a static import of it in server components.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(content)
}

async function compile(body: Body, facts: Facts, furniture: boolean) {
  insist(body, (report) => checkCaps(body.body, report))
  // The compiler hands every brace of `{{{{` to a JavaScript parser: 16 KB take 8 s. This reading does not.
  if (body.format === 'mdx') insist(body, (report) => readWithCare(body, report))
  const headings: Heading[] = []
  const mdxOptions = { format: body.format, ...pipeline(body, { furniture, colours: true, found: headings }) }
  try {
    const { content } = await compileMDX({
      source: body.body,
      components: bodyComponents(facts, { plain: !furniture }),
      options: { blockJS: true, blockDangerousJS: true, mdxOptions },
    })
    return { content, headings }
  } catch (error) {
    // next-mdx-remote keeps nothing but the message of what was thrown.
    const problems = await diagnose(body)
    throw problems.length > 0 ? new BodyError(problems) : error
  }
}
