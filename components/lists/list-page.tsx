import type { ReactNode } from 'react'
import type { Story } from '@/lib/content/summary'
import { Masthead } from '../layout/masthead'
import { Pager } from './pagination'
import { StoryList } from './post-list'

/** A page of stories with its head above and its pager below. */
export function ListPage({
  header,
  stories,
  page,
  pages,
  pathOf,
  section,
  showSection,
}: {
  header: ReactNode
  stories: Story[]
  page: number
  pages: number
  pathOf: (page: number) => string
  section?: string
  showSection?: boolean
}) {
  return (
    <>
      <Masthead section={section} />
      <main id="content" className="wrap">
        {header}
        <StoryList stories={stories} showSection={showSection} />
        <Pager page={page} pages={pages} pathOf={pathOf} />
      </main>
    </>
  )
}
