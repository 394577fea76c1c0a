import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { categoryPath } from '@/lib/urls'
import { Headline } from '../layout/headline'

/** Kicker, headline and standfirst. */
export function ArticleHeader({ post }: { post: PostCard }) {
  const section = post.categories[0]
  const label = post.kicker ?? (post.type === 'news' ? undefined : messages.types[post.type])
  return (
    <header className="article-header">
      {section || label ? (
        <p className="kicker">
          {section ? <a href={categoryPath(section.slug)}>{section.name}</a> : null}
          {section && label ? ' · ' : null}
          {label ? <span className="text-ink-2">{label}</span> : null}
        </p>
      ) : null}
      <h1 {...langAttributes(post.lang)}>
        <Headline text={post.title} />
      </h1>
      <p className="article-standfirst" {...langAttributes(post.lang)}>
        {post.description}
      </p>
    </header>
  )
}
