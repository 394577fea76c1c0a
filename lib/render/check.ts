import { byPosition, hasErrors, type Problem } from '@/lib/content/problem'
import { type Body, BodyError, collectProblems, type Report } from './body'
import { reduceToSkeleton } from './body-skeleton'
import { checkReferences } from './check-references'
import { guardTree } from './guard'
import { checkLimits, checkTreeSize, isSimple } from './limits'
import type { ExistenceLookups } from './lookups'
import { parseBody } from './parse'
import { mayHaveUnsafeLink, reportStrippedHtml } from './stripped-html'
import { explainSyntaxError } from './syntax-error'

/**
 * Everything that is wrong with a body, without making code of it: an error for what renderBody would refuse, a warning
 * for HTML that an .md post loses; with facts, also for pictures and posts that are not there. Never throws.
 * An ordinary .md body is only weighed, which takes some hundredths of a millisecond.
 */
export async function checkBody(body: Body, facts?: ExistenceLookups): Promise<Problem[]> {
  const { problems, report } = collectProblems(body)
  const weights = checkLimits(body.body, report)
  if (hasErrors(problems)) return problems
  const isOdd =
    body.format === 'mdx' ? !hasCleanSkeleton(body) : weights.tags > 0 || mayHaveUnsafeLink(body.body)
  if (isOdd) inspectBody(body, report)
  if (!hasErrors(problems) && !isSimple(weights, body.format)) problems.push(...(await dryRunPipeline(body)))
  if (facts) checkReferences(body, facts, report)
  return problems.sort(byPosition)
}

/** All that can be found out about a body that did not render, whatever its looks. Never throws. */
export async function diagnoseBody(body: Body): Promise<Problem[]> {
  const problems = await checkBody(body)
  return hasErrors(problems) ? problems : dryRunPipeline(body)
}

/** Whether nothing stands against an .mdx body, as far as a quick look can tell. */
function hasCleanSkeleton(body: Body): boolean {
  const gist = reduceToSkeleton(body.body)
  if (gist === undefined) return false
  if (cleanSkeletons.has(gist)) return true
  const { problems, report } = collectProblems(body)
  inspectBody({ ...body, body: gist }, report)
  if (problems.length > 0) return false
  if (cleanSkeletons.size < 10_000) cleanSkeletons.add(gist)
  return true
}

/** Stories are much alike: those of a newsroom have a few hundred gists. */
const cleanSkeletons = new Set<string>()

/** Reads a body without making anything of it, and reports what stands against it. */
export function inspectBody(body: Body, report: Report) {
  try {
    const tree = parseBody(body)
    checkTreeSize(tree, report)
    if (body.format === 'mdx') guardTree(tree, report)
    else reportStrippedHtml(tree, report)
  } catch (error) {
    const { place, message } = explainSyntaxError(error)
    report(place, message)
    if (place) inspectBeforeError({ ...body, body: linesBefore(body.body, place.line) }, report)
  }
}

/** The parser stops at its first error; what stands before it can still be looked at. */
function inspectBeforeError(body: Body, report: Report) {
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
async function dryRunPipeline(body: Body): Promise<Problem[]> {
  try {
    // Few bodies need it, and it brings the highlighter along.
    const { runPipeline } = await import('./run-pipeline')
    await runPipeline(body)
    return []
  } catch (error) {
    if (error instanceof BodyError) return error.problems
    const { problems, report } = collectProblems(body)
    const { place, message } = explainSyntaxError(error)
    report(place, message)
    return problems
  }
}
