import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { feedPath, tagPath } from '@/lib/urls'
import { ListHeader } from './list-header'
import { ListPage } from './list-page'

type List = { slug: string; name: string; count: number; page: number; pages: number; posts: PostCard[] }

export function TagPage({ slug, name, ...list }: List) {
  const header = (
    <ListHeader label={messages.tagged} title={name} feed={feedPath('rss', tagPath(slug))} {...list} />
  )
  return <ListPage header={header} {...list} showSection pathOf={(page) => tagPath(slug, page)} />
}
