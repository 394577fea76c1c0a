import type { Metadata } from 'next'
import { ProblemList } from '@/components/article/problem-list'
import { UnpublishedCount } from '@/components/article/unpublished-notice'
import { BreakingLine } from '@/components/front/breaking-line'
import { LatestColumn } from '@/components/front/latest-column'
import { LeadGrid } from '@/components/front/lead-grid'
import { SectionBand } from '@/components/front/section-band'
import { Nameplate } from '@/components/layout/masthead'
import { StructuredData } from '@/components/layout/structured-data'
import { getFrontPage, getFrontProblems } from '@/lib/data/front'
import { listUnpublished } from '@/lib/data/unpublished'
import { messages } from '@/lib/i18n/messages'
import { homeMetadata } from '@/lib/metadata/head'
import { homeGraph, serializeJsonLd } from '@/lib/metadata/json-ld'
import { site } from '@/site.config'

export const ensureStatic = 'navigation'

/** This many bands are about as high as the column of the latest posts; the bands after them have the full width. */
const besideLatest = 2

export const metadata: Metadata = homeMetadata()

export default async function FrontPage() {
  const { breaking, containers, latest } = await getFrontPage()
  const [problems, hidden] = [await getFrontProblems(), (await listUnpublished()) ?? []]
  const [lead, ...top] = containers.find(({ layout }) => layout === 'lead')?.posts ?? []
  const bands = containers.filter(({ layout }) => layout !== 'lead')
  const toBand = (band: (typeof bands)[number], index: number) => (
    <SectionBand key={band.posts[0]?.slug} id={`band-${index + 1}`} {...band} />
  )
  return (
    <>
      <Nameplate edition={latest[0]?.published} />
      {breaking ? <BreakingLine {...breaking} /> : null}
      <main id="content" className="wrap">
        <h1 className="sr-only">
          {site.name}: {messages.home}
        </h1>
        {hidden.length > 0 ? <UnpublishedCount count={hidden.length} /> : null}
        {problems.length > 0 ? <ProblemList of="front" problems={problems} /> : null}
        {lead ? <LeadGrid lead={lead} top={top} /> : null}
        {latest.length === 0 ? <p className="py-16 text-lead">{messages.noStories}</p> : null}
        <div className="front-grid">
          {bands.slice(0, besideLatest).map(toBand)}
          {latest.length > 0 ? <LatestColumn posts={latest} /> : null}
          {bands.slice(besideLatest).map((band, index) => toBand(band, index + besideLatest))}
        </div>
      </main>
      <StructuredData json={serializeJsonLd(homeGraph())} />
    </>
  )
}
