import { site } from '@/site.config'

/** What a new post begins with. `date` is a day, or a day and a time of the publication's zone. */
export type Start = {
  headline: string
  description: string
  author: string
  section: string
  date: string
  draft: boolean
}

/** The text of a new post: what is known filled in, what may be wanted as a comment to uncomment. */
export function postTemplate({ headline, description, author, section, date, draft }: Start): string {
  const time = date.slice(11)
  return `---
title: ${quoted(headline)}
description: ${quoted(description)}
author: ${author}
categories: [${section}]
${time ? `date: ${date}\n` : ''}${draft ? 'draft: true # Take this line out to publish.\n' : ''}# tags: [] # Subjects with a page each, such as [Chips, Export controls].
# image: # The file lies in public/assets/images/.
#   src: /assets/images/name.jpg
#   alt: What is to be seen in it.
#   caption: What it means.
#   credit: Who made it.
${time ? '' : `# date: ${date} 10:00 # A time of day in ${site.timeZone}. In the future: the post waits until then.\n`}# type: news # Or analysis, opinion, explainer, review, interview.
# kicker: A word above the headline
# dateline: THE PLACE
# keyPoints: # Short sentences above the text.
#   - …
# sources:
#   - title: …
#     url: https://…
# related: [] # Addresses of other posts.
# updated: ${date.slice(0, 10)} # When a reader should know that it changed.
---

`
}

/** JSON's strings are YAML's. */
const quoted = (text: string) => JSON.stringify(text)
