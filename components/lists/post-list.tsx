import type { Story as StoryData } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { Story } from './post-card'

/** Stories under each other, newest first, as section, author and tag pages show them. */
export function StoryList({ stories, showSection = false }: { stories: StoryData[]; showSection?: boolean }) {
  if (stories.length === 0) return <p>{words.noStories}</p>
  return (
    <div className="story-list">
      {stories.map((story, index) => (
        <Story
          key={story.slug}
          story={story}
          size="row"
          heading="h2"
          showSection={showSection}
          eager={index === 0}
        />
      ))}
    </div>
  )
}
