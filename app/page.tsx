import type { Metadata } from 'next'
import { ProblemList } from '@/components/article/problem-list'
import { UnpublishedCount } from '@/components/article/unpublished-notice'
import { BreakingLine } from '@/components/front/breaking-line'
import { LatestColumn } from '@/components/front/latest-column'
import { LeadGrid } from '@/components/front/lead-grid'
import { SectionBand } from '@/components/front/section-band'
import { Nameplate } from '@/components/layout/masthead'
import { StructuredData } from '@/components/layout/structured-data'
import { front, frontProblems } from '@/lib/data/front'
import { unpublished } from '@/lib/data/unpublished'
import { words } from '@/lib/i18n/messages'
import { homeHead } from '@/lib/metadata/head'
import { homeGraph, serializeJsonLd } from '@/lib/metadata/json-ld'
import { site } from '@/site.config'

export const ensureStatic = 'navigation'

/** So many bands are about as high as the column of the latest stories; those after them have the whole width. */
const besideLatest = 2

export const metadata: Metadata = homeHead()

export default async function FrontPage() {
  const { breaking, containers, latest } = await front()
  const [problems, hidden] = [await frontProblems(), (await unpublished()) ?? []]
  const [lead, ...top] = containers.find(({ layout }) => layout === 'lead')?.stories ?? []
  const bands = containers.filter(({ layout }) => layout !== 'lead')
  const toBand = (band: (typeof bands)[number], index: number) => (
    <SectionBand key={band.stories[0]?.slug} id={`band-${index + 1}`} {...band} />
  )
  return (
    <>
      <Nameplate edition={latest[0]?.published} />
      {breaking ? <BreakingLine {...breaking} /> : null}
      <main id="content" className="wrap">
        <h1 className="sr-only">
          {site.name}: {words.home}
        </h1>
        {hidden.length > 0 ? <UnpublishedCount count={hidden.length} /> : null}
        {problems.length > 0 ? <ProblemList of="front" problems={problems} /> : null}
        {lead ? <LeadGrid lead={lead} top={top} /> : null}
        {latest.length === 0 ? <p className="py-16 text-lead">{words.noStories}</p> : null}
        <div className="front-grid">
          {bands.slice(0, besideLatest).map(toBand)}
          {latest.length > 0 ? <LatestColumn stories={latest} /> : null}
          {bands.slice(besideLatest).map((band, index) => toBand(band, index + besideLatest))}
        </div>
      </main>
      <StructuredData json={serializeJsonLd(homeGraph())} />
    </>
  )
}
