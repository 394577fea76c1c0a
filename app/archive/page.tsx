import type { Metadata } from 'next'
import { ArchiveList } from '@/components/archive-list'
import { ListHeader } from '@/components/list-header'
import { Masthead } from '@/components/masthead'
import { StructuredData } from '@/components/structured-data'
import { archiveMonths } from '@/lib/posts/lists'
import { listHead } from '@/lib/syndication/head'
import { serializeJsonLd } from '@/lib/syndication/json-ld'
import { listGraph } from '@/lib/syndication/list-graphs'
import { archivePath } from '@/lib/urls'
import { words } from '@/lib/words'

export const ensureStatic = 'navigation'

const list = { title: words.archive, description: words.archiveIntro, path: archivePath() }

export const metadata: Metadata = listHead(list)

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
      <StructuredData json={serializeJsonLd(listGraph(list))} />
    </>
  )
}
