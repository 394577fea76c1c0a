import type { ContainerLayout } from '@/lib/content/front-page'
import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { authorPath, categoryPath, tagPath } from '@/lib/urls'
import { PostTeaser } from '../lists/post-teaser'

const pathOf = { category: categoryPath, tag: tagPath, author: authorPath }

/** One band of the front page, in one of four layouts. `source` is the list that fills it; `isPicked` means an editor chose the order. */
export function SectionBand({
  id,
  title,
  description,
  layout,
  source,
  isPicked,
  posts,
}: {
  id: string
  title?: string
  description?: string
  layout: ContainerLayout
  source?: { by: keyof typeof pathOf; slug: string; name: string }
  isPicked: boolean
  posts: PostCard[]
}) {
  const path = source && pathOf[source.by](source.slug)
  return (
    <section aria-labelledby={id} className="band">
      <div className="band-head">
        <h2 id={id}>{path ? <a href={path}>{title}</a> : title}</h2>
        {description ? <p>{description}</p> : null}
      </div>
      <BandPosts layout={layout} isPicked={isPicked} posts={posts} />
      {source && path ? (
        <p className="band-more">
          <a href={path}>
            {source.by === 'author' ? messages.storiesBy(source.name) : messages.allOf(source.name)}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function BandPosts({
  layout,
  isPicked,
  posts,
}: {
  layout: ContainerLayout
  isPicked: boolean
  posts: PostCard[]
}) {
  const [only, second] = posts
  if (only && !second) return <PostTeaser post={only} size="row" />
  if (layout === 'columns' || layout === 'headlines') {
    return (
      <div className={`band-${layout}`}>
        {posts.map((post) => (
          <PostTeaser key={post.slug} post={post} size={layout === 'columns' ? 'column' : 'brief'} />
        ))}
      </div>
    )
  }
  // The large slot needs a picture, so it goes to the newest post that has one, unless an editor chose the order.
  const first = (isPicked ? undefined : posts.find((post) => post.image)) ?? only
  return (
    <div className={layout === 'mirror' ? 'band-mirror' : 'band-feature'}>
      {first ? <PostTeaser post={first} size="feature" /> : null}
      <div className="band-list">
        {posts
          .filter((post) => post !== first)
          .map((post) => (
            <PostTeaser key={post.slug} post={post} size="column" />
          ))}
      </div>
    </div>
  )
}
