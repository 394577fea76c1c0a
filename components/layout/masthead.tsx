import { site } from '@/site.config'
import { SearchField } from '../search/search-field'
import { DisplayButton } from './display-panel'
import { SectionNav } from './section-nav'
import { Timestamp } from './timestamp'
import { Wordmark } from './wordmark'

/** The header of every page except the front page: a single line. */
export function Masthead({ section, search = true }: { section?: string; search?: boolean }) {
  return (
    <header className="no-print border-b border-rule">
      <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-1 py-3 md:gap-x-8">
        <Wordmark className="text-[1.625rem]" />
        <SectionNav current={section} className="order-last w-full md:order-none md:w-auto" />
        {search ? <SearchField className="ms-auto" /> : null}
        <DisplayButton className={search ? '' : 'ms-auto'} />
      </div>
    </header>
  )
}

/** The header of the front page, like a newspaper's nameplate. `edition` is the date of the newest post. */
export function Nameplate({ edition }: { edition?: string }) {
  return (
    <header className="no-print wrap">
      <div className="flex items-center justify-between gap-4 pt-3 font-sans text-small text-ink-2">
        <p>{edition ? <Timestamp at={edition} short /> : null}</p>
        <SearchField className="ms-auto" />
        <DisplayButton />
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 pt-2 pb-3 md:pt-4 md:pb-5">
        <Wordmark className="text-[clamp(min(2.75rem,13.5vw),1.4rem+6.6vw,min(6.5rem,13.5vw))]" />
        <p className="max-w-[21rem] text-lead leading-snug text-balance text-ink-2 italic">
          {site.description}
        </p>
      </div>
      <div className="double-rule">
        <SectionNav className="border-b border-rule py-2" />
      </div>
    </header>
  )
}
