import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { feedPath, tagPath } from '@/lib/urls'
import { ListHeader } from './list-header'
import { ListPage } from './list-page'

type List = { slug: string; name: string; count: number; page: number; pages: number; stories: Story[] }

export function TagPage({ slug, name, ...list }: List) {
  const header = (
    <ListHeader label={words.tagged} title={name} feed={feedPath('rss', tagPath(slug))} {...list} />
  )
  return <ListPage header={header} {...list} showSection pathOf={(page) => tagPath(slug, page)} />
}
