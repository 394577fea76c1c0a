import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { PostTeaser } from '../lists/post-teaser'

/** Related posts below an article. */
export function RelatedPosts({ posts }: { posts: PostCard[] }) {
  if (posts.length === 0) return null
  return (
    <section aria-labelledby="more" className="no-print wrap mt-12">
      <div className="band">
        <div className="band-head">
          <h2 id="more">{messages.moreOnThis}</h2>
        </div>
        <div className="band-columns">
          {posts.map((post) => (
            <PostTeaser key={post.slug} post={post} size="column" showSection />
          ))}
        </div>
      </div>
    </section>
  )
}
