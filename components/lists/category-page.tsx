import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { categoryPath, feedPath } from '@/lib/urls'
import { site } from '@/site.config'
import { ListHeader } from './list-header'
import { ListPage } from './list-page'

type List = { slug: string; name: string; count: number; page: number; pages: number; posts: PostCard[] }

export function CategoryPage({ slug, name, ...list }: List) {
  const section = site.sections.find((known) => known.slug === slug)
  const header = (
    <ListHeader label={messages.section} title={name} feed={feedPath('rss', categoryPath(slug))} {...list}>
      {section ? <p>{section.description}</p> : null}
    </ListHeader>
  )
  return <ListPage header={header} {...list} section={slug} pathOf={(page) => categoryPath(slug, page)} />
}
