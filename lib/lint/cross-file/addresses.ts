import { parseFileName } from '@/lib/content/file-name'
import { goneFile } from '@/lib/content/gone'
import type { Problem } from '@/lib/content/problem'
import { articlePath } from '@/lib/urls'
import { isPublic, type SiteSnapshot } from './site-snapshot'

export const addressFile = 'addresses.txt'

type ListedAddress = { path: string; line: number }

/** One path a line. */
function parseAddresses(text: string): ListedAddress[] {
  return text.split('\n').flatMap((line, index) => {
    const [path = ''] = /^\/\S*/.exec(line.trim()) ?? []
    return path ? [{ path, line: index + 1 }] : []
  })
}

/** Every address readers get a post at now: its own, and its old ones. */
export function listPublicAddresses({ posts, now }: Pick<SiteSnapshot, 'posts' | 'now'>): string[] {
  return posts
    .filter((post) => isPublic(post, now))
    .flatMap(({ slug, aliases }) => [articlePath(slug), ...aliases])
}

/** What was published and answers no more, and nobody said why. A link that somebody keeps for years has to keep working. */
export function findLostAddresses(snapshot: SiteSnapshot): Problem[] {
  if (snapshot.addresses === undefined) return []
  const alive = new Set([...listPublicAddresses(snapshot), ...snapshot.goneAddresses])
  const waiting = new Set(snapshot.invalidPaths.map((path) => articlePath(parseFileName(path).slug)))
  const hidden = new Map(snapshot.posts.map((post) => [articlePath(post.slug), post]))
  const given = new Set(
    snapshot.posts.flatMap(({ gone, slug, aliases }) => (gone ? [articlePath(slug), ...aliases] : [])),
  )
  return parseAddresses(snapshot.addresses)
    .filter(({ path }) => !alive.has(path) && !waiting.has(path) && !given.has(path))
    .map(({ path, line }): Problem => {
      const post = hidden.get(path)
      const message = post
        ? `${path} was public, and ${post.path} is ${post.draft ? 'a draft' : 'scheduled'} now. Publish it again, or say why it is gone: "gone: why" in its head.`
        : `${path} was public and answers no more. Add it to "aliases" of the post that took its place, or write into ${goneFile} why it is gone.`
      return { file: addressFile, line, column: 1, severity: 'error', rule: 'address', message }
    })
}

const head = `# Every address of a post that was ever public, one a line. \`npm run addresses\` adds the new ones at a release, and
# \`npm run check:posts\` fails when one of them answers no more and ${goneFile} does not say why.
`

/** The list with what is public now added to it. Nothing is ever taken out. */
export function addNewAddresses(text: string | undefined, now: string[]): { text: string; added: string[] } {
  const known = new Set(parseAddresses(text ?? '').map(({ path }) => path))
  const added = [...new Set(now)].filter((path) => !known.has(path)).sort()
  const before = text === undefined ? head : text.replace(/\n*$/, '\n')
  return { text: before + added.map((path) => `${path}\n`).join(''), added }
}
