import type { PostCard } from '@/lib/content/summary'
import { PostTeaser } from '../lists/post-teaser'

/** The top of the front page: the lead, and up to four posts beside it. Only the first of those with a picture shows it. */
export function LeadGrid({ lead, top }: { lead: PostCard; top: PostCard[] }) {
  const withPicture = top.find((post) => post.image)
  return (
    <div className="lead-grid">
      <PostTeaser post={lead} size="lead" heading="h2" showSection eager />
      <div className="lead-side">
        {top.map((post) => (
          <PostTeaser
            key={post.slug}
            post={post}
            size={post === withPicture ? 'column' : 'brief'}
            heading="h2"
            showSection
          />
        ))}
      </div>
    </div>
  )
}
