import type { Layout } from '@/lib/content/front-page'
import type { Story as StoryData } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { authorPath, categoryPath, tagPath } from '@/lib/urls'
import { Story } from '../lists/post-card'

const pathOf = { category: categoryPath, tag: tagPath, author: authorPath }

/** One band of the front page, in one of four arrangements. `source` is the list it shows the newest of. */
export function SectionBand({
  id,
  title,
  description,
  layout,
  source,
  isPicked,
  stories,
}: {
  id: string
  title?: string
  description?: string
  layout: Layout
  source?: { by: keyof typeof pathOf; slug: string; name: string }
  isPicked: boolean
  stories: StoryData[]
}) {
  const path = source && pathOf[source.by](source.slug)
  return (
    <section aria-labelledby={id} className="band">
      <div className="band-head">
        <h2 id={id}>{path ? <a href={path}>{title}</a> : title}</h2>
        {description ? <p>{description}</p> : null}
      </div>
      <BandStories layout={layout} isPicked={isPicked} stories={stories} />
      {source && path ? (
        <p className="band-more">
          <a href={path}>
            {source.by === 'author' ? words.storiesBy(source.name) : words.allOf(source.name)}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function BandStories({
  layout,
  isPicked,
  stories,
}: {
  layout: Layout
  isPicked: boolean
  stories: StoryData[]
}) {
  const [only, second] = stories
  if (only && !second) return <Story story={only} size="row" />
  if (layout === 'columns' || layout === 'headlines') {
    return (
      <div className={`band-${layout}`}>
        {stories.map((story) => (
          <Story key={story.slug} story={story} size={layout === 'columns' ? 'column' : 'brief'} />
        ))}
      </div>
    )
  }
  // The large place wants a picture, so the newest story that has one takes it, unless an editor chose.
  const first = (isPicked ? undefined : stories.find((story) => story.image)) ?? only
  return (
    <div className={layout === 'mirror' ? 'band-mirror' : 'band-feature'}>
      {first ? <Story story={first} size="feature" /> : null}
      <div className="band-list">
        {stories
          .filter((story) => story !== first)
          .map((story) => (
            <Story key={story.slug} story={story} size="column" />
          ))}
      </div>
    </div>
  )
}
