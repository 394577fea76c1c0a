import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { PostTeaser } from './post-teaser'

/** A column of teasers, newest first, as on section, author and tag pages. */
export function PostList({ posts, showSection = false }: { posts: PostCard[]; showSection?: boolean }) {
  if (posts.length === 0) return <p>{messages.noStories}</p>
  return (
    <div className="post-list">
      {posts.map((post, index) => (
        <PostTeaser
          key={post.slug}
          post={post}
          size="row"
          heading="h2"
          showSection={showSection}
          eager={index === 0}
        />
      ))}
    </div>
  )
}
