/**
 * `node --import tsx deploy/compare-pages.ts <folder of a site> <origin>`: asks a server for every address its index knows, and says
 * which answers are not what the index says: status, headline, description and text of a story, where an old address leads, what
 * is a draft or still to come, which stories the sitemap has, and what leads the feed.
 */
import { join } from 'node:path'
import type { Post } from '@/lib/content/post'
import { openStore } from '@/lib/store/open'
import { plainText } from '@/lib/text'

const [folder, origin] = process.argv.slice(2)
if (!folder || !origin) {
  console.error('Usage: node --import tsx deploy/compare-pages.ts <folder> <origin>')
  process.exit(2)
}
const index = openStore(join(folder, '.content', 'index.db'), { readonly: true })
const now = Date.now()
const posts = index
  .connection()
  .all<{ summary: string; body: string }>(
    'SELECT p.summary, b.body FROM posts p JOIN bodies b ON b.post = p.id',
  )
  .map(({ summary, body }): Post => ({ ...JSON.parse(summary), body }))
const isPublic = (post: Post) => !post.draft && Date.parse(post.published) <= now

const wrong: string[] = []
let asked = 0
const said = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/&(?:#x27|#39);/g, "'")
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
async function expectAt(path: string, status: number, parts: string[] = [], location?: string) {
  asked++
  const answer = await fetch(origin + path, { redirect: 'manual' })
  const text = said(await answer.text())
  if (answer.status !== status) wrong.push(`${path} answers ${answer.status}, not ${status}`)
  if (location !== undefined && answer.headers.get('location') !== location)
    wrong.push(`${path} leads to ${answer.headers.get('location')}, not to ${location}`)
  for (const part of parts) if (!text.includes(part)) wrong.push(`${path} lacks "${part.slice(0, 80)}"`)
  return text
}

for (const post of posts) {
  if (!isPublic(post)) {
    await expectAt(`/${post.slug}`, post.gone ? 410 : 404, post.gone ? [post.gone] : [])
    continue
  }
  await expectAt(`/${post.slug}`, 200, [post.title, post.description])
  // The last words, which is where an edit of the trial stands.
  const isPlain = !/[[\]<>*_`]/.test(post.body.slice(-80))
  const words = isPlain ? plainText(post.body).split(/\s+/).slice(-3).join(' ') : ''
  await expectAt(`/${post.slug}.md`, 200, [post.title, ...(/^[\w ,.]+$/.test(words) ? [words] : [])])
  for (const alias of post.aliases) await expectAt(alias, 308, [], `/${post.slug}`)
}
const stories = posts.filter((post) => isPublic(post) && post.layout === 'post')
const sitemap = await (await fetch(`${origin}/sitemap/1.xml`)).text()
const listed = [...sitemap.matchAll(/<loc>[^<]*\/([a-z0-9-]+)<\/loc>/g)].map(([, slug]) => slug)
for (const { slug } of stories) if (!listed.includes(slug)) wrong.push(`the sitemap lacks ${slug}`)
for (const slug of listed) {
  const post = posts.find((one) => one.slug === slug)
  if (post && !isPublic(post)) wrong.push(`the sitemap has ${slug}`)
}
const newest = stories.sort((a, b) => Date.parse(b.published) - Date.parse(a.published))[0]
if (newest) await expectAt('/feed.xml', 200, [newest.title])
for (const line of wrong) console.log(line)
console.log(`${asked} addresses asked, ${wrong.length} are not what the index says`)
process.exit(wrong.length > 0 ? 1 : 0)
