import { formatDateTime } from '@/lib/dates'
import { messages } from '@/lib/i18n/messages'
import { articlePath } from '@/lib/urls'
import { Masthead } from '../layout/masthead'

type UnpublishedPost = {
  path: string
  slug: string
  title: string
  reason: 'draft' | 'scheduled' | 'invalid'
  at?: string
}

/** In development, a list of all posts that readers cannot see. */
export function UnpublishedPage({ posts }: { posts: UnpublishedPost[] }) {
  const { title, intro, none, scheduled } = messages.unpublished
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="list-header">
          <div>
            <h1>{title}</h1>
            <p>{intro}</p>
          </div>
        </header>
        {posts.length === 0 ? <p>{none}</p> : null}
        <div className="post-list max-w-[60rem]">
          {posts.map((post) => (
            <section key={post.path} className="teaser-text">
              <p className="kicker">
                {post.reason === 'scheduled' && post.at
                  ? scheduled(formatDateTime(post.at))
                  : messages.unpublished[post.reason === 'invalid' ? 'invalid' : 'draft']}
              </p>
              <h2 className="teaser-title">
                <a href={articlePath(post.slug)}>{post.title}</a>
              </h2>
              <p className="meta">{post.path}</p>
            </section>
          ))}
        </div>
      </main>
    </>
  )
}
