import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { categoryPath } from '@/lib/urls'
import { Headline } from '../layout/headline'

/** Kicker, headline and standfirst. */
export function ArticleHeader({ story }: { story: Story }) {
  const section = story.categories[0]
  const label = story.kicker ?? (story.type === 'news' ? undefined : words.types[story.type])
  return (
    <header className="article-header">
      {section || label ? (
        <p className="kicker">
          {section ? <a href={categoryPath(section.slug)}>{section.name}</a> : null}
          {section && label ? ' · ' : null}
          {label ? <span className="text-ink-2">{label}</span> : null}
        </p>
      ) : null}
      <h1 {...spokenIn(story.lang)}>
        <Headline text={story.title} />
      </h1>
      <p className="article-standfirst" {...spokenIn(story.lang)}>
        {story.description}
      </p>
    </header>
  )
}
