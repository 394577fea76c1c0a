import type { Story as StoryData } from '@/lib/content/story'
import { categoryPath } from '@/lib/urls'
import { words } from '@/lib/words'
import { Story } from './story'

/** The bands of the front page take turns, so that a long page has a rhythm. */
export const rhythms = ['feature', 'columns', 'mirror', 'headlines'] as const
export type Rhythm = (typeof rhythms)[number]

/** One section of the front page: its newest stories in one of four arrangements. */
export function SectionBand({
  name,
  slug,
  description,
  stories,
  rhythm,
}: {
  name: string
  slug: string
  description: string
  stories: StoryData[]
  rhythm: Rhythm
}) {
  // The large place wants a picture, so the newest story that has one takes it.
  const first = stories.find((story) => story.image) ?? stories[0]
  if (!first) return null
  const others = stories.filter((story) => story !== first)
  const sideBySide = rhythm === 'feature' || rhythm === 'mirror'
  return (
    <section aria-labelledby={`section-${slug}`} className="band">
      <div className="band-head">
        <h2 id={`section-${slug}`}>
          <a href={categoryPath(slug)}>{name}</a>
        </h2>
        <p>{description}</p>
      </div>
      {sideBySide ? (
        <div className={`band-${rhythm}`}>
          <Story story={first} size="feature" />
          <div className="band-list">
            {others.slice(0, 3).map((story) => (
              <Story key={story.slug} story={story} size="column" />
            ))}
          </div>
        </div>
      ) : (
        <div className={`band-${rhythm}`}>
          {stories.slice(0, rhythm === 'columns' ? 3 : 4).map((story) => (
            <Story key={story.slug} story={story} size={rhythm === 'columns' ? 'column' : 'brief'} />
          ))}
        </div>
      )}
      <p className="band-more">
        <a href={categoryPath(slug)}>{words.allOf(name)}</a>
      </p>
    </section>
  )
}
