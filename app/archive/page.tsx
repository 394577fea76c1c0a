import type { Metadata } from 'next'
import { ArchiveList } from '@/components/archive-list'
import { ListHeader } from '@/components/list-header'
import { Masthead } from '@/components/masthead'
import { archiveMonths } from '@/lib/posts/lists'
import { listHead } from '@/lib/syndication/head'
import { archivePath } from '@/lib/urls'
import { words } from '@/lib/words'

export const ensureStatic = 'navigation'

export const metadata: Metadata = listHead({
  title: words.archive,
  description: words.archiveIntro,
  path: archivePath(),
})

export default async function ArchivePage() {
  const months = await archiveMonths()
  const count = months.reduce((sum, month) => sum + month.count, 0)
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <ListHeader title={words.archive} count={count}>
          <p>{words.archiveIntro}</p>
        </ListHeader>
        <ArchiveList months={months} />
      </main>
    </>
  )
}
