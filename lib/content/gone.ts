import type { z } from 'zod'
import { text } from '@/lib/content/fields'
import type { FileBytes, ParseResult } from '@/lib/content/parse-result'
import type { Problem } from '@/lib/content/problem'
import { decodeText } from '@/lib/content/source-text'
import { formerPath } from '@/lib/content/web-address'
import { parseYamlMapping } from '@/lib/content/yaml-mapping'

/** The file of addresses that were given up for good, at the root beside posts/. */
export const goneFile = 'gone.yml'

/** Why a story is gone, as readers are told. Plain text. */
export const goneReason = text(500)

/** One address that is gone, in its canonical form, with what readers are told and the line it stands on. */
export type GoneAddress = { path: string; reason: string; line?: number; column?: number }

const maxBytes = 1024 * 1024

/** The file as a list of addresses, or what is wrong with it. Never throws. */
export function parseGone({ path: file, bytes }: FileBytes): ParseResult<GoneAddress[]> {
  const fault = (message: string): Problem => ({ file, severity: 'error', rule: 'gone', message })
  if (bytes.length > maxBytes) return { problems: [fault('The file has more than 1 MB. Shorten it.')] }
  const { value: source, problems } = decodeText({ path: file, bytes })
  if (source === undefined) return { problems }
  if (source.replace(/^\s*(#.*)?$/gm, '').trim() === '') return { value: [], problems }
  const { data, positionOf: place, problems: inYaml } = parseYamlMapping(source)
  const found: Problem[] = inYaml.map((problem) => ({ ...problem, file, rule: 'gone', severity: 'error' }))
  const all: GoneAddress[] = []
  for (const [written, value] of Object.entries(found.length > 0 ? {} : data)) {
    const [path, reason] = [formerPath.safeParse(written), goneReason.safeParse(value ?? '')]
    if (!path.success) found.push({ ...fault(firstMessage(path.error)), ...place([written], 'key') })
    if (!reason.success)
      found.push({ ...fault(reasonError(written, reason.error)), ...place([written], 'value') })
    if (!path.success || !reason.success) continue
    if (all.some((other) => other.path === path.data))
      found.push({ ...fault(`${path.data} stands here twice.`), ...place([written], 'key') })
    else all.push({ path: path.data, reason: reason.data, ...place([written], 'key') })
  }
  return found.length > 0 ? { problems: [...problems, ...found] } : { value: all, problems }
}

const firstMessage = (error: z.ZodError) => error.issues[0]?.message ?? error.message

function reasonError(written: string, error: z.ZodError): string {
  const isEmpty = error.issues.some(({ code }) => code === 'too_small')
  return isEmpty
    ? `Write behind ${written} why the story is gone. Readers see it.`
    : `The reason for ${written}: ${firstMessage(error)}`
}
