import { z } from 'zod'
import { isGiven, plain, text } from '@/lib/content/fields'
import type { Problem } from '@/lib/content/problem'
import type { FileBytes, Reading } from '@/lib/content/reading'
import { readText } from '@/lib/content/source-text'
import { formerPath } from '@/lib/content/web-address'
import { readMapping } from '@/lib/content/yaml-mapping'
import type { PlaceOf } from '@/lib/content/yaml-place'

/** The file of addresses that were given up for good, at the root beside posts/. */
export const goneFile = 'gone.yml'

export const whyNeeded = 'Write why the story is gone, in a sentence for readers. They see it in its place.'

/** Why a story is gone, as readers are told: plain text, and no mere `true` or `yes`. Nothing at all is an error as well. */
export const goneReason = z
  .unknown()
  .refine((value) => isGiven(value) && !/^(?:true|false|yes|no|on|off)$/i.test(plain(value)), {
    error: whyNeeded,
    abort: true,
  })
  .pipe(text(500))

/** One address that is gone, in its canonical form and as it is written, with what readers are told. */
export type GoneAddress = { path: string; written: string; reason: string }

/** Some 800 addresses: the file is read with every publication. */
const maxBytes = 64 * 1024

/** The file as a list of addresses, or what is wrong with it. Never throws. */
export function readGone({ path: file, bytes }: FileBytes): Reading<GoneAddress[]> & { place?: PlaceOf } {
  const fault = (message: string): Problem => ({ file, severity: 'error', rule: 'gone', message })
  if (bytes.length > maxBytes)
    return {
      problems: [
        fault(
          'The file has more than 64 KB. Write "gone" into the head of the posts instead, or take out addresses that nobody asks for any more.',
        ),
      ],
    }
  const { value: source, problems } = readText({ path: file, bytes })
  if (source === undefined) return { problems }
  if (source.replace(/^\s*(#.*)?$/gm, '').trim() === '') return { value: [], problems }
  const { data, place, problems: inYaml } = readMapping(source)
  const found: Problem[] = inYaml.map((problem) => ({ ...problem, file, rule: 'gone', severity: 'error' }))
  const all = new Map<string, GoneAddress>()
  for (const [written, value] of Object.entries(found.length > 0 ? {} : data)) {
    const [path, reason] = [formerPath.safeParse(written), goneReason.safeParse(value)]
    if (!path.success) found.push({ ...fault(firstOf(path.error)), ...place([written], 'key') })
    if (!reason.success) found.push({ ...fault(firstOf(reason.error)), ...place([written], 'value') })
    if (!path.success || !reason.success) continue
    if (all.has(path.data))
      found.push({ ...fault(`${path.data} stands here twice.`), ...place([written], 'key') })
    else all.set(path.data, { path: path.data, written, reason: reason.data })
  }
  return found.length > 0
    ? { problems: [...problems, ...found] }
    : { value: [...all.values()], place, problems }
}

const firstOf = (error: z.ZodError) => error.issues[0]?.message ?? error.message
