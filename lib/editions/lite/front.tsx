import { Timestamp } from '@/components/layout/timestamp'
import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { archivePath, feedsPath, homePath, litePath } from '@/lib/urls'
import { site } from '@/site.config'
import { liteDocument } from './document'

export type LiteGroup = { title?: string; stories: Story[] }

/** The front page as a list, in the order of the full one. */
export function liteFront(groups: LiteGroup[]): Promise<string> {
  return liteDocument({
    title: `${site.name} – ${words.lite.name}`,
    description: site.description,
    full: homePath(),
    footer: [
      { href: homePath(), text: words.lite.full },
      { href: archivePath(), text: words.archive },
      { href: feedsPath(), text: words.feeds },
    ],
    children: (
      <>
        <h1>{site.name}</h1>
        <p className="standfirst">{site.description}</p>
        <p className="meta">{words.lite.about}</p>
        {groups.map((group) => (
          <Group key={group.title ?? ''} {...group} />
        ))}
      </>
    ),
  })
}

/** The first group is what the front begins with; the others have a name and are shorter. */
function Group({ title, stories }: LiteGroup) {
  const Heading = title ? 'h3' : 'h2'
  return (
    <section>
      {title ? <h2>{title}</h2> : null}
      <ul className="stories">
        {stories.map((story) => (
          <li key={story.slug} {...spokenIn(story.lang)}>
            <Heading>
              <a href={litePath(story.slug)}>{story.title}</a>
            </Heading>
            {title ? null : <p>{story.description}</p>}
            <Timestamp at={story.published} short />
          </li>
        ))}
      </ul>
    </section>
  )
}
