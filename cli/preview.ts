/**
 * `npm run preview -- <slug or file>`: prints the address at which a draft or scheduled post can be seen on a deployed
 * site, for a while, by whoever has the address. `--revoke` ends such addresses before their time.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { parseFileName } from '@/lib/content/file-name'
import type { Post } from '@/lib/content/post'
import { previewsFile, type Revocations, revocationStamp } from '@/lib/content/previews'
import { formatProblem } from '@/lib/content/problem'
import { formatDateTime } from '@/lib/dates'
import { createPreviewToken, minSecretLength, previewSecret, tokenExpiry, tokenId } from '@/lib/preview-token'
import { openStore, type WritableStore } from '@/lib/store/open'
import { readPreviewsFile } from '@/lib/store/preview-revocations'
import { postInAnyState } from '@/lib/store/queries/posts'
import { listProblemsOf } from '@/lib/store/queries/status'
import { syncStore } from '@/lib/store/sync/sync'
import { closestMatch } from '@/lib/text'
import { absoluteUrl, articlePath, previewLink } from '@/lib/urls'
import { checkBody } from './check-body'
import { loadEnvironment } from './environment'

const help = `npm run preview -- <slug or file> [--hours 72]
npm run preview -- --revoke <slug, file, address or all>

Prints a link that shows a draft or scheduled post on the deployed site, to anyone who has the link, for 72 hours.

  --hours <number>  how long the link works, 1 to 720
  --revoke <what>   revoke links: one link, all links to a post, or all links. Writes ${previewsFile},
                    which takes effect once it is committed, pushed and published
  --help            show this text

Needs PREVIEW_SECRET, at least ${minSecretLength} characters, the same here and where the site is built and runs, and SITE_URL.
The deployed site shows the post as it was when it was built or synced.`

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function main(): Promise<number> {
  loadEnvironment()
  const options = {
    hours: { type: 'string', default: '72' },
    revoke: { type: 'string' },
    help: { type: 'boolean' },
  } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const asked = values.revoke ?? positionals[0]
  if (values.help || asked === undefined) {
    console.log(help)
    return values.help ? 0 : 2
  }
  const hours = Number(values.hours)
  if (!(hours >= 1 && hours <= 720)) throw new Error('Write --hours with a number from 1 to 720.')
  const archive = openStore(join(process.cwd(), '.content', 'index.db'))
  try {
    const keepDrafts = previewSecret() !== undefined
    await syncStore(archive, { root: process.cwd(), now: new Date(), keepDrafts, checkBody })
    const revoked = await revocations(process.cwd())
    if (!revoked) return 1
    return values.revoke === undefined
      ? printPreviewUrl(archive, revoked, asked, hours)
      : revoke(archive, revoked, asked)
  } finally {
    archive.close()
  }
}

/** What is revoked already; says what is wrong with the file where that cannot be known. */
async function revocations(root: string): Promise<Revocations | undefined> {
  const { value, problems } = await readPreviewsFile(root)
  for (const problem of problems) console.error(formatProblem(problem))
  return value
}

/** Writes previews.yml so that one address, those of a post or all of them open nothing any more. */
function revoke(archive: WritableStore, revoked: Revocations, asked: string): number {
  const now = new Date().toISOString()
  // What expired by itself needs no line.
  const tokens = Object.fromEntries(Object.entries(revoked.tokens).filter(([, until]) => until > now))
  const token = /(?:^|[=/])([0-9a-z]+\.[\w-]{43})$/.exec(asked.trim())?.[1] ?? ''
  const until = tokenExpiry(token)
  const slug = slugOf(asked)
  if (until !== undefined) {
    const date = new Date(until).toISOString()
    if (date <= now) {
      console.log(`This address expired on ${formatDateTime(date)}. There is nothing to revoke.`)
      return 0
    }
    return writeRevocations(
      { ...revoked, tokens: { ...tokens, [tokenId(token)]: date } },
      'This address opens',
    )
  }
  // All addresses made so far; lines for single ones say nothing more.
  if (asked === 'all')
    return writeRevocations({ all: now, posts: {}, tokens: {} }, 'All addresses made so far open')
  if (!postInAnyState(archive, slug)) return reportMissingPost(archive, slug)
  const posts = { ...revoked.posts, [slug]: now }
  return writeRevocations({ ...revoked, posts, tokens }, `All addresses of "${slug}" made so far open`)
}

function writeRevocations(revoked: Revocations, what: string): number {
  const header =
    '# Revoked previews. `npm run preview -- --revoke <slug, address or all>` writes this file; docs/deploy.md explains how it works.\n'
  writeFileSync(join(process.cwd(), previewsFile), header + stringify(revoked))
  console.log(`${what} nothing once ${previewsFile} is published: commit and push it.`)
  return 0
}

function slugOf(asked: string): string {
  return asked.includes('.') ? parseFileName(asked).slug : asked.replace(/^\/|\/$/g, '')
}

function printPreviewUrl(archive: WritableStore, revoked: Revocations, asked: string, hours: number): number {
  const slug = slugOf(asked)
  const post = postInAnyState(archive, slug)
  if (!post) return reportMissingPost(archive, slug)
  if (!post.draft && Date.parse(post.published) <= Date.now()) {
    console.log(`${post.path} is public: ${absoluteUrl(articlePath(slug))}`)
    return 0
  }
  const secret = previewSecret()
  if (secret === undefined) {
    console.error(
      `PREVIEW_SECRET is missing or shorter than ${minSecretLength} characters. Make one with\n` +
        `  node -p "crypto.randomBytes(32).toString('base64url')"\n` +
        'and give it to this command (.env.local) and to the site, when it is built and when it runs.',
    )
    return 1
  }
  // To the second, as in the token.
  const until = Math.floor(Date.now() / 1000 + hours * 3600) * 1000
  const lines = [
    absoluteUrl(previewLink(slug, createPreviewToken(secret, slug, until, revocationStamp(revoked, slug)))),
    `${stateOf(post)} Works until ${formatDateTime(new Date(until).toISOString())}.`,
    ...(process.env.SITE_URL ? [] : ['SITE_URL is not set, so this link works on your own computer only.']),
  ]
  console.log(lines.join('\n'))
  return 0
}

function stateOf({ path, draft, published }: Post): string {
  return draft ? `${path} is a draft.` : `${path} is scheduled for ${formatDateTime(published)}.`
}

function reportMissingPost(archive: WritableStore, slug: string): number {
  const problems = listProblemsOf(archive, slug).filter(({ severity }) => severity === 'error')
  for (const problem of problems) console.error(formatProblem(problem))
  if (problems.length > 0) return 1
  const slugs = archive.connection().all<{ slug: string }>('SELECT slug FROM posts')
  const meant = closestMatch(
    slug,
    slugs.map((row) => row.slug),
  )
  console.error(`There is no post "${slug}".${meant ? ` Did you mean "${meant}"?` : ''}`)
  return 1
}
