import { site } from '@/site.config'

/** What a new post begins with. `date` is a day, or a day and a time of the publication's zone. */
export type NewPost = {
  headline: string
  description: string
  author: string
  section: string
  date: string
  draft: boolean
}

/** The text of a new post: what is known filled in, what may be wanted as a comment to uncomment. */
export function postTemplate({ headline, description, author, section, date, draft }: NewPost): string {
  const time = date.slice(11)
  return `---
title: ${quoted(headline)}
description: ${quoted(description)}
author: ${author}
categories: [${section}]
${time ? `date: ${date}\n` : ''}${draft ? 'draft: true # Remove this line to publish.\n' : ''}# tags: [] # Subjects with a page each, such as [Chips, Export controls].
# image: # The file is in public/assets/images/.
#   src: /assets/images/name.jpg
#   alt: What the picture shows.
#   caption: What it means.
#   credit: Who made it.
${time ? '' : `# date: ${date} 10:00 # A time of day in ${site.timeZone}. A time in the future schedules the post.\n`}# type: news # Or analysis, opinion, explainer, review, interview.
# kicker: A word above the headline
# dateline: THE PLACE
# keyPoints: # Short sentences above the text.
#   - …
# sources:
#   - title: …
#     url: https://…
# related: [] # Slugs of other posts.
# updated: ${date.slice(0, 10)} # When you last changed something readers should know.
---

`
}

/** JSON's strings are YAML's. */
const quoted = (text: string) => JSON.stringify(text)
