import { formatDateTime } from '@/lib/dates'
import { words } from '@/lib/i18n/messages'
import { articlePath } from '@/lib/urls'
import { Masthead } from '../layout/masthead'

type Hidden = {
  path: string
  slug: string
  title: string
  reason: 'draft' | 'scheduled' | 'invalid'
  at?: string
}

/** Everything readers do not see, for authors in development. */
export function UnpublishedPage({ posts }: { posts: Hidden[] }) {
  const { title, intro, none, scheduled } = words.unpublished
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
        <div className="story-list max-w-[60rem]">
          {posts.map((post) => (
            <section key={post.path} className="story-text">
              <p className="kicker">
                {post.reason === 'scheduled' && post.at
                  ? scheduled(formatDateTime(post.at))
                  : words.unpublished[post.reason === 'invalid' ? 'invalid' : 'draft']}
              </p>
              <h2 className="story-title">
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
