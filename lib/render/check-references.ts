import type { Body, Report } from './body'
import type { Known } from './lookups'
import { references } from './references'

/** Warns of pictures and posts a body names that are not there. */
export function checkFacts(body: Body, facts: Known, report: Report) {
  checkPictures(body, facts, report)
  const { posts, lines } = references(body)
  for (const slug of posts) if (!facts.post(slug)) report(lines.get(slug), noPost(slug), 'related', 'warning')
}

export function checkPictures(body: Body, facts: Pick<Known, 'picture'>, report: Report) {
  const { pictures, lines } = references(body)
  for (const src of pictures)
    if (!facts.picture(src)) report(lines.get(src), noPicture(src), 'image', 'warning')
}

export const noPicture = (src: string) => `${src} is not in public/. Add the file, or correct its path.`

export const noPost = (slug: string) => `There is no post "${slug}". Correct the slug, or leave <Post> out.`
