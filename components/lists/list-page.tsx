import type { ReactNode } from 'react'
import type { PostCard } from '@/lib/content/summary'
import { Masthead } from '../layout/masthead'
import { Pagination } from './pagination'
import { PostList } from './post-list'

/** One page of a list of posts, with its header and pagination. */
export function ListPage({
  header,
  posts,
  page,
  pages,
  pathOf,
  section,
  showSection,
}: {
  header: ReactNode
  posts: PostCard[]
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
        <PostList posts={posts} showSection={showSection} />
        <Pagination page={page} pages={pages} pathOf={pathOf} />
      </main>
    </>
  )
}
