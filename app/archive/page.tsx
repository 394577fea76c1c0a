import type { Metadata } from 'next'
import { Masthead } from '@/components/layout/masthead'
import { StructuredData } from '@/components/layout/structured-data'
import { ArchiveList } from '@/components/lists/archive-list'
import { ListHeader } from '@/components/lists/list-header'
import { listArchiveMonths } from '@/lib/data/lists'
import { messages } from '@/lib/i18n/messages'
import { listMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { listGraph } from '@/lib/metadata/list-json-ld'
import { archivePath } from '@/lib/urls'

export const ensureStatic = 'navigation'

const list = { title: messages.archive, description: messages.archiveIntro, path: archivePath() }

export const metadata: Metadata = listMetadata(list)

export default async function ArchivePage() {
  const months = await listArchiveMonths()
  const count = months.reduce((sum, month) => sum + month.count, 0)
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <ListHeader title={messages.archive} count={count}>
          <p>{messages.archiveIntro}</p>
        </ListHeader>
        <ArchiveList months={months} />
      </main>
      <StructuredData json={serializeJsonLd(listGraph(list))} />
    </>
  )
}
