import type { Metadata } from 'next'
import { Masthead } from '@/components/layout/masthead'
import { StructuredData } from '@/components/layout/structured-data'
import { ArchiveList } from '@/components/lists/archive-list'
import { ListHeader } from '@/components/lists/list-header'
import { archiveMonths } from '@/lib/data/lists'
import { words } from '@/lib/i18n/messages'
import { listHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { listGraph } from '@/lib/metadata/list-json-ld'
import { archivePath } from '@/lib/urls'

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
