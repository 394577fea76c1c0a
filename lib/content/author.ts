import { z } from 'zod'
import type { FileBytes, Reading } from '@/lib/content/reading'

export const authorSchema = z.object({
  id: z.string(),
  path: z.string(),
  name: z.string(),
  role: z.string().optional(),
  image: z.string().optional(),
  email: z.string().optional(),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  bio: z.string(),
})

export type Author = z.infer<typeof authorSchema>

/** The file as an Author, or what keeps it from being one. The id is the file's name. Never throws. */
export function readAuthor(file: FileBytes): Reading<Author> {
  return {
    problems: [{ file: file.path, severity: 'error', rule: 'front-matter', message: 'Not written yet.' }],
  }
}
