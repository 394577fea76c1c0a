import type { Problem } from '@/lib/content/problem'
import type { FileCopy } from './file-copies'

export type PlannedFile = { path: string; text: string; source: string }

/** All that an import would do, and all there is to say about it. Nothing has been written yet. */
export type ImportPlan = {
  /** The folder the pictures are copied from. */
  from: string
  posts: PlannedFile[]
  authors: PlannedFile[]
  pictures: FileCopy[]
  /** Every old address with its new one. With `byHand`, nothing in the files leads there: a rule has to be written. */
  addresses: { old: string; now: string; byHand?: true }[]
  problems: Problem[]
  /** What to put into site.config.ts and the environment. */
  hints: string[]
}

/** Why a body cannot be read in time, if it cannot. Some kilobytes of Markdown can hold its parser for minutes. */
export type CheckComplexity = (body: string) => string | undefined
