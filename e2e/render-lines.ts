/**
 * The renderer as a program, for tests that need its output in a browser. Each input line is JSON with a body and its format;
 * each output line has the HTML of the page and of the feed (`shown`), or the number of errors (`refused`).
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
