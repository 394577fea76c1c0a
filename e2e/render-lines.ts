/**
 * The renderer as a program, for what has to see its output in a browser: each line of standard input is a body and its
 * format, each line of the output what a page and a feed would show of it, or how many problems it is refused for.
 */
import { createInterface } from 'node:readline'
import { BodyError } from '@/lib/render/body'
import { renderBody, renderPlainBody } from '@/lib/render/render'

const facts = {
  picture: (src: string) => (src.startsWith('/assets/') ? { width: 800, height: 450 } : undefined),
  post: (slug: string) =>
    slug === 'a'
      ? { slug, title: '<b>A</b>', description: '"><i>', published: '2026-03-01T00:00:00+01:00' }
      : undefined,
}

for await (const line of createInterface(process.stdin)) {
  const { body, format } = JSON.parse(line)
  const post = { body, format, path: `posts/a.${format}`, bodyLine: 10 }
  try {
    const shown = [(await renderBody(post, facts)).html, await renderPlainBody(post, facts)]
    console.log(JSON.stringify({ shown }))
  } catch (error) {
    if (!(error instanceof BodyError)) throw error
    console.log(JSON.stringify({ refused: error.problems.length }))
  }
}
