/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { BodyError } from '@/lib/render/body'
import { checkBody } from '@/lib/render/check'
import { renderPlainBody } from '@/lib/render/render'
import { dangersIn } from './dangers'
import { hostile, hostileMdx } from './hostile-bodies'
import { facts, md, mdx } from './render-body'

describe('P1: nothing in a post runs code or puts anything on the page that is not allowed', () => {
  it.each(hostile)('as .md: %s', async (body) => {
    expect(dangersIn(await renderPlainBody(md(body), facts))).toEqual([])
  })

  it.each(hostile)('as .md between text: %s', async (body) => {
    const html = await renderPlainBody(md(`Before ${body}\n\nand *after*.`), facts)
    expect(dangersIn(html)).toEqual([])
  })

  it.each([...hostile, ...hostileMdx])('as .mdx: %s', async (body) => {
    const problems = await checkBody(mdx(body))
    try {
      expect(dangersIn(await renderPlainBody(mdx(body), facts))).toEqual([])
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    } catch (error) {
      if (!(error instanceof BodyError)) throw error
      expect(problems).toEqual(error.problems)
    }
  })

  it.each(hostileMdx)('is refused with a place: %s', async (body) => {
    const problems = await checkBody(mdx(`Text.\n\n${body}`))
    expect(problems.length).toBeGreaterThan(0)
    for (const { line, column, severity } of problems)
      expect([line, column, severity]).toEqual([expect.any(Number), expect.any(Number), 'error'])
    expect(problems[0]?.line).toBeGreaterThanOrEqual(12)
  })

  it('finds the dangers this test looks for', () => {
    const page = '<p onclick="x" class="fixed" id="__next_f"><script></script><a href="javascript:x">x</a>'
    expect(dangersIn(page)).toHaveLength(5)
    expect(dangersIn('<img src="//evil.test/x.png"><svg></svg><iframe srcdoc="x"></iframe>')).toHaveLength(4)
  })
})
