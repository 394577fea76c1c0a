import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { categoryPath, feedPath } from '@/lib/urls'
import { site } from '@/site.config'
import { ListHeader } from './list-header'
import { ListPage } from './list-page'

type List = { slug: string; name: string; count: number; page: number; pages: number; stories: Story[] }

export function CategoryPage({ slug, name, ...list }: List) {
  const section = site.sections.find((known) => known.slug === slug)
  const header = (
    <ListHeader label={words.section} title={name} feed={feedPath('rss', categoryPath(slug))} {...list}>
      {section ? <p>{section.description}</p> : null}
    </ListHeader>
  )
  return <ListPage header={header} {...list} section={slug} pathOf={(page) => categoryPath(slug, page)} />
}
