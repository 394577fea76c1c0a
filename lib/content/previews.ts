import { z } from 'zod'
import type { FileBytes, ParseResult } from '@/lib/content/parse-result'
import type { Problem } from '@/lib/content/problem'
import { decodeText } from '@/lib/content/source-text'
import { parseYamlMapping } from '@/lib/content/yaml-mapping'

/** The file that revokes previews, at the root beside posts/. `npm run preview -- --revoke` writes it. */
export const previewsFile = 'previews.yml'

const moment = z.iso.datetime({ error: 'Write a moment in UTC: 2026-03-16T10:00:00.000Z.' })
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write the slug of a post, as in its address.')
const id = z.string().regex(/^[0-9a-f]{16}$/, 'Write 16 digits 0 to 9 and a to f, as the command does.')

const schema = z.strictObject({
  /** When all addresses were revoked last. */
  all: moment.optional(),
  /** When those of one post were, by its slug. */
  posts: z.record(slug, moment).default({}),
  /** Single addresses by the id of their token, each with the moment at which it expires by itself. */
  tokens: z.record(id, moment).default({}),
})

/**
 * What previews.yml revokes. The moments are never compared with a clock: they are part of what a token signs, so a token
 * signed before the last change of its moment no longer matches, however wrong the clocks of the two computers are.
 */
export type Revocations = z.infer<typeof schema>

export const noRevocations: Revocations = { posts: {}, tokens: {} }

/** What a token of that post signs besides its slug and time; '' as long as nothing was revoked that concerns it. */
export function revocationStamp({ all, posts }: Revocations, slug: string): string {
  const own = Object.hasOwn(posts, slug) ? posts[slug] : undefined
  return all || own ? `${all ?? ''}\n${own ?? ''}` : ''
}

export const isRevokedToken = ({ tokens }: Revocations, id: string): boolean => Object.hasOwn(tokens, id)

// Room for a thousand single addresses, which expire within 30 days.
const maxBytes = 64 * 1024

/** The file as Revocations, or what is wrong with it. An unknown key is an error: a mistyped one would revoke nothing. Never throws. */
export function parsePreviews({ path, bytes }: FileBytes): ParseResult<Revocations> {
  const fault = (message: string): Problem => ({ file: path, severity: 'error', rule: 'previews', message })
  if (bytes.length > maxBytes) {
    return { problems: [fault('The file has more than 64 KB. Revoke all addresses at once instead.')] }
  }
  const { value: source, problems } = decodeText({ path, bytes })
  if (source === undefined) return { problems }
  // A file of comments alone revokes nothing.
  if (source.replace(/^\s*(#.*)?$/gm, '').trim() === '') return { value: noRevocations, problems }
  const { data, positionOf: place, problems: inYaml } = parseYamlMapping(source)
  const found = inYaml.map((problem): Problem => ({ ...problem, file: path, rule: 'previews' }))
  if (found.length > 0) return { problems: found.map((problem) => ({ ...problem, severity: 'error' })) }
  const parsed = schema.safeParse(data)
  if (parsed.success) return { value: parsed.data, problems }
  return {
    problems: parsed.error.issues.map((issue) => {
      const [key] = issue.code === 'unrecognized_keys' ? issue.keys : []
      const message = key
        ? `Unknown key "${key.slice(0, 80)}". Write all, posts or tokens.`
        : issue.code === 'invalid_key'
          ? (issue.issues[0]?.message ?? issue.message)
          : issue.message
      return { ...fault(message), ...place(key ? [...issue.path, key] : issue.path, 'key') }
    }),
  }
}
