/** `npm run new -- "Headline"`: begins a post with the right name and the usual keys. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDate, toZonedIso } from '@/lib/dates'
import { articlePath } from '@/lib/urls'
import { site } from '@/site.config'
import { completeAnswers } from './new/missing-answers'
import { help, type Request, readOptions } from './new/options'
import { chooseSlug } from './new/slug'
import { postTemplate } from './new/template'

try {
  const request = readOptions(process.argv.slice(2))
  if (request.help) console.log(help)
  else await begin(process.cwd(), request)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function begin(root: string, request: Request) {
  const date = dayAndTime(request.date)
  const start = await completeAnswers(root, request, process.stdin.isTTY && process.stdout.isTTY)
  const slug = await chooseSlug(root, start.headline, request.slug)
  const path = `posts/${date.slice(0, 10)}-${slug}.${request.mdx ? 'mdx' : 'md'}`
  mkdirSync(join(root, 'posts'), { recursive: true })
  // Never over another file, also if it came in this moment.
  const text = postTemplate({ ...start, date, draft: request.draft ?? false })
  writeFileSync(join(root, path), text, { flag: 'wx' })
  console.log(`${path}

Write it in any editor. To see it:  npm run dev, then http://localhost:3000${articlePath(slug)}
To check it:                        npm run check:posts -- ${path}`)
}

/** `2026-11-23`, or `2026-11-23 10:00`, in the publication's zone. */
function dayAndTime(written?: string): string {
  const read = written === undefined ? { at: toZonedIso(Date.now()) } : parseDate(written, site.timeZone)
  if ('problem' in read) throw new Error(read.problem)
  const [day = '', time = ''] = [read.at.slice(0, 10), read.at.slice(11, 16)]
  return written === undefined || time === '00:00' ? day : `${day} ${time}`
}
