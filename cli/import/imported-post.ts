import type { LooseDate } from './loose-date'

/** A story on its way here, whichever system it comes from. */
export type ImportedPost = {
  /** Its file or id there, for messages. */
  source: string
  kind: 'post' | 'page'
  /** What its slug is made of. */
  wanted: string
  date?: LooseDate
  /** The day in the name of its file. */
  day: string
  /** Its address there and earlier ones, each a path; the first is the one it had last. */
  addresses: string[]
  /** Our keys of the front matter, not checked yet. */
  fields: Record<string, unknown>
  /** What has no meaning here, kept under `imported`. */
  kept: Record<string, unknown>
}

/** An author on the way here. */
export type ImportedAuthor = {
  source?: string
  id: string
  name: string
  role?: string
  image?: string
  email?: string
  links: { label?: string; url: string }[]
  /** Markdown. */
  bio: string
  kept: Record<string, unknown>
}
