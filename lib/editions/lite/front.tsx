import { Timestamp } from '@/components/layout/timestamp'
import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { archivePath, feedsPath, homePath, litePath } from '@/lib/urls'
import { site } from '@/site.config'
import { renderLiteDocument } from './document'

export type LiteGroup = { title?: string; posts: PostCard[] }

/** The front page as a list, in the order of the full one. */
export function renderLiteFront(groups: LiteGroup[]): Promise<string> {
  return renderLiteDocument({
    title: `${site.name} – ${messages.lite.name}`,
    description: site.description,
    full: homePath(),
    footer: [
      { href: homePath(), text: messages.lite.full },
      { href: archivePath(), text: messages.archive },
      { href: feedsPath(), text: messages.feeds },
    ],
    children: (
      <>
        <h1>{site.name}</h1>
        <p className="standfirst">{site.description}</p>
        <p className="meta">{messages.lite.about}</p>
        {groups.map((group) => (
          <Group key={group.title ?? ''} {...group} />
        ))}
      </>
    ),
  })
}

/** The first group is what the front begins with; the others have a name and are shorter. */
function Group({ title, posts }: LiteGroup) {
  const Heading = title ? 'h3' : 'h2'
  return (
    <section>
      {title ? <h2>{title}</h2> : null}
      <ul className="stories">
        {posts.map((post) => (
          <li key={post.slug} {...langAttributes(post.lang)}>
            <Heading>
              <a href={litePath(post.slug)}>{post.title}</a>
            </Heading>
            {title ? null : <p>{post.description}</p>}
            <Timestamp at={post.published} short />
          </li>
        ))}
      </ul>
    </section>
  )
}
