import type { Story as StoryData } from '@/lib/content/summary'
import { Story } from '../lists/post-card'

/** The top of the front page: one lead, and up to four stories beside it, the first that has one with its picture. */
export function LeadGrid({ lead, top }: { lead: StoryData; top: StoryData[] }) {
  const pictured = top.find((story) => story.image)
  return (
    <div className="lead-grid">
      <Story story={lead} size="lead" heading="h2" showSection eager />
      <div className="lead-side">
        {top.map((story) => (
          <Story
            key={story.slug}
            story={story}
            size={story === pictured ? 'column' : 'brief'}
            heading="h2"
            showSection
          />
        ))}
      </div>
    </div>
  )
}
