/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import fc from 'fast-check'
import { BodyError } from '@/lib/render/body'
import { checkBody } from '@/lib/render/check'
import { renderPlainBody } from '@/lib/render/render'
import { dangersIn } from './dangers'
import { hostileText as body } from './hostile-tokens'
import { facts, md, mdx } from './render-body'

/** FUZZ=20 tries twenty times as many. */
const times = Number(process.env.FUZZ ?? 1)

describe('P1, P13: bodies nobody thought of', () => {
  it(
    '.md is always shown, and holds nothing that is not allowed',
    async () => {
      await fc.assert(
        fc.asyncProperty(body, async (text) => {
          expect(dangersIn(await renderPlainBody(md(text), facts))).toEqual([])
          expect((await checkBody(md(text))).filter(({ severity }) => severity === 'error')).toEqual([])
        }),
        { numRuns: 300 * times },
      )
    },
    60_000 * times,
  )

  it(
    '.mdx is shown clean or refused with problems, and the check knows which',
    async () => {
      await fc.assert(
        fc.asyncProperty(body, async (text) => {
          const refused = (await checkBody(mdx(text))).length > 0
          try {
            expect(dangersIn(await renderPlainBody(mdx(text), facts))).toEqual([])
            expect(refused).toBe(false)
          } catch (error) {
            if (!(error instanceof BodyError)) throw error
            expect(refused).toBe(true)
          }
        }),
        { numRuns: 300 * times },
      )
    },
    60_000 * times,
  )
})
