import type { Body, Report } from './body'
import type { ExistenceLookups } from './lookups'
import { findReferences } from './references'

/** Warns of pictures and posts a body names that are not there. */
export function checkReferences(body: Body, facts: ExistenceLookups, report: Report) {
  checkPictures(body, facts, report)
  const { posts, firstPlaces: lines } = findReferences(body)
  for (const slug of posts)
    if (!facts.post(slug)) report(lines.get(slug), missingPostMessage(slug), 'related', 'warning')
}

export function checkPictures(body: Body, facts: Pick<ExistenceLookups, 'picture'>, report: Report) {
  const { pictures, firstPlaces: lines } = findReferences(body)
  for (const src of pictures)
    if (!facts.picture(src)) report(lines.get(src), missingPictureMessage(src), 'image', 'warning')
}

export const missingPictureMessage = (src: string) =>
  `${src} is not in public/. Add the file, or correct its path.`

export const missingPostMessage = (slug: string) =>
  `There is no post "${slug}". Correct the slug, or leave <Post> out.`
