import { byPlace, hasErrors, type Problem } from '@/lib/content/problem'
import { type Body, BodyError, collector, type Report } from './body'
import { gistOf } from './body-skeleton'
import { checkFacts } from './check-references'
import { guardTree } from './guard'
import { checkCaps, checkTree, isPlain } from './limits'
import type { Known } from './lookups'
import { parseBody } from './parse'
import { hasOddLink, noteLosses } from './stripped-html'
import { explainSyntaxError } from './syntax-error'

/**
 * Everything that is wrong with a body, without making code of it: an error for what renderBody would refuse, a warning
 * for HTML that an .md post loses; with facts, also for pictures and posts that are not there. Never throws.
 * An ordinary .md body is only weighed, which takes some hundredths of a millisecond.
 */
export async function checkBody(body: Body, facts?: Known): Promise<Problem[]> {
  const { problems, report } = collector(body)
  const weights = checkCaps(body.body, report)
  if (hasErrors(problems)) return problems
  const isOdd = body.format === 'mdx' ? !isSound(body) : weights.tags > 0 || hasOddLink(body.body)
  if (isOdd) readWithCare(body, report)
  if (!hasErrors(problems) && !isPlain(weights, body.format)) problems.push(...(await tryOut(body)))
  if (facts) checkFacts(body, facts, report)
  return problems.sort(byPlace)
}

/** All that can be found out about a body that did not render, whatever its looks. Never throws. */
export async function diagnose(body: Body): Promise<Problem[]> {
  const problems = await checkBody(body)
  return hasErrors(problems) ? problems : tryOut(body)
}

/** Whether nothing stands against an .mdx body, as far as a quick look can tell. */
function isSound(body: Body): boolean {
  const gist = gistOf(body.body)
  if (gist === undefined) return false
  if (soundGists.has(gist)) return true
  const { problems, report } = collector(body)
  readWithCare({ ...body, body: gist }, report)
  if (problems.length > 0) return false
  if (soundGists.size < 10_000) soundGists.add(gist)
  return true
}

/** Stories are much alike: those of a newsroom have a few hundred gists. */
const soundGists = new Set<string>()

/** Reads a body without making anything of it, and reports what stands against it. */
export function readWithCare(body: Body, report: Report) {
  try {
    const tree = parseBody(body)
    checkTree(tree, report)
    if (body.format === 'mdx') guardTree(tree, report)
    else noteLosses(tree, report)
  } catch (error) {
    const { place, message } = explainSyntaxError(error)
    report(place, message)
    if (place) readWhatCanBeRead({ ...body, body: linesBefore(body.body, place.line) }, report)
  }
}

/** The parser stops at its first error; what stands before it can still be looked at. */
function readWhatCanBeRead(body: Body, report: Report) {
  try {
    guardTree(parseBody(body), report)
  } catch {
    // Cut in the middle of a tag: its error has been told, and this one would only be its echo.
  }
}

const linesBefore = (text: string, line: number) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .join('\n')

/** Takes the body through the whole pipeline, up to where it would become code. */
async function tryOut(body: Body): Promise<Problem[]> {
  try {
    // Few bodies need it, and it brings the highlighter along.
    const { runPipeline } = await import('./run-pipeline')
    await runPipeline(body)
    return []
  } catch (error) {
    if (error instanceof BodyError) return error.problems
    const { problems, report } = collector(body)
    const { place, message } = explainSyntaxError(error)
    report(place, message)
    return problems
  }
}
