import type { Metadata } from 'next'
import { LatestColumn } from '@/components/latest-column'
import { LeadGrid } from '@/components/lead-grid'
import { Nameplate } from '@/components/masthead'
import { rhythms, SectionBand } from '@/components/section-band'
import { StructuredData } from '@/components/structured-data'
import { front } from '@/lib/posts/front'
import { homeHead } from '@/lib/syndication/head'
import { homeGraph, serializeJsonLd } from '@/lib/syndication/json-ld'
import { words } from '@/lib/words'
import { site } from '@/site.config'

export const metadata: Metadata = homeHead()

export default async function FrontPage() {
  const { lead, top, bands, latest } = await front()
  return (
    <>
      <Nameplate edition={latest[0]?.published} />
      <main id="content" className="wrap">
        <h1 className="sr-only">
          {site.name}: {words.home}
        </h1>
        {lead ? <LeadGrid lead={lead} top={top} /> : <p className="py-16 text-lead">{words.noStories}</p>}
        <div className="front-grid">
          <div>
            {bands.map((band, index) => (
              <SectionBand key={band.slug} {...band} rhythm={rhythms[index % rhythms.length] ?? 'columns'} />
            ))}
          </div>
          {latest.length > 0 ? <LatestColumn stories={latest} /> : null}
        </div>
      </main>
      <StructuredData json={serializeJsonLd(homeGraph())} />
    </>
  )
}
