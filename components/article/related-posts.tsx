import type { Story as StoryData } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { Story } from '../lists/post-card'

/** Related stories under an article. */
export function MoreOnThis({ stories }: { stories: StoryData[] }) {
  if (stories.length === 0) return null
  return (
    <section aria-labelledby="more" className="furniture wrap mt-12">
      <div className="band">
        <div className="band-head">
          <h2 id="more">{words.moreOnThis}</h2>
        </div>
        <div className="band-columns">
          {stories.map((story) => (
            <Story key={story.slug} story={story} size="column" showSection />
          ))}
        </div>
      </div>
    </section>
  )
}
