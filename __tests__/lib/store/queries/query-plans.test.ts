import { connect } from '@/lib/store/database'
import type { PostIndex } from '@/lib/store/open'
import * as lists from '@/lib/store/queries/lists'
import {
  listNeighbours,
  listPages,
  pageBySlug,
  postBySlug,
  postInAnyState,
  slugByAlias,
} from '@/lib/store/queries/posts'
import { listRelated } from '@/lib/store/queries/related'
import { lastChange, listSitemapEntries } from '@/lib/store/queries/sitemap-entries'
import {
  findPicture,
  listCorrections,
  listProblemsOf,
  nextScheduled,
  storeStatus,
} from '@/lib/store/queries/status'
import * as terms from '@/lib/store/queries/terms'
import { search } from '@/lib/store/search/search'
import { newsroom, now, post, tidyUp } from '../newsroom'

afterEach(tidyUp)

const questions: [name: string, ask: (archive: PostIndex) => unknown][] = [
  ['latest', (archive) => lists.listLatest(archive, now, 10)],
  ['since', (archive) => lists.listSince(archive, now, now - 1000, 10)],
  ['addresses', (archive) => listSitemapEntries(archive, now, 10, 10)],
  ['newestAmong', (archive) => lastChange(archive, now, 10, 10)],
  ['featured', (archive) => lists.listFeatured(archive, now, 10)],
  ['inMonth', (archive) => lists.listByMonth(archive, now, { year: 2026, month: 1 }, 10)],
  ['inCategory', (archive) => lists.listByCategory(archive, now, 'news', 10)],
  ['withTag', (archive) => lists.listByTag(archive, now, 'chips', 10)],
  ['countLatest', (archive) => lists.countLatest(archive, now)],
  ['countInMonth', (archive) => lists.countByMonth(archive, now, { year: 2026, month: 1 })],
  ['countInCategory', (archive) => lists.countByCategory(archive, now, 'news')],
  ['categories', (archive) => terms.listCategories(archive, now)],
  ['tag', (archive) => terms.findTag(archive, now, 'chips')],
  ['months', (archive) => terms.listMonths(archive, now)],
  ['author', (archive) => terms.findAuthor(archive, 'desk')],
  ['postBySlug', (archive) => postBySlug(archive, now, 'one')],
  ['postAnyState', (archive) => postInAnyState(archive, 'one')],
  ['page', (archive) => pageBySlug(archive, now, 'one')],
  ['pages', (archive) => listPages(archive, now)],
  ['aliasTarget', (archive) => slugByAlias(archive, now, '/one.html')],
  ['neighbours', (archive) => listNeighbours(archive, now, 'one')],
  ['related', (archive) => listRelated(archive, now, 'one', 10)],
  ['search', (archive) => search(archive, now, 'story', 10)],
  ['recentCorrections', (archive) => listCorrections(archive, now, 10)],
  ['nextChange', (archive) => nextScheduled(archive, now)],
  ['picture', (archive) => findPicture(archive, '/assets/x.svg')],
  ['problemsOf', (archive) => listProblemsOf(archive, 'one')],
  ['state', (archive) => storeStatus(archive, now)],
]

/** Full-text search sorts by rank, within FTS5 or in the temporary tree that the pictures of its plan show. */
const maySort = new Set(['search', 'related'])

test.each(questions)(
  '%s is answered from an index: no table is read through, nothing is sorted',
  async (name, ask) => {
    const { index, write, sync, reader } = newsroom()
    write('posts/2026-01-01-one.md', post({ categories: 'News', tags: 'Chips' }))
    write('posts/2026-01-02-two.md', post({ tags: 'Chips' }))
    await sync()
    const archive = reader()
    const asked = new Set<string>()
    const db = archive.connection()
    const listening: PostIndex = {
      ...archive,
      connection: () => ({
        ...db,
        one: (sql, ...values) => db.one(asked.add(sql) && sql, ...values),
        all: (sql, ...values) => db.all(asked.add(sql) && sql, ...values),
      }),
    }
    ask(listening)
    expect(asked.size).toBeGreaterThan(0)
    const planner = connect(index, 0)
    const steps = [...asked].flatMap((sql) =>
      planner
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...Array.from(sql.matchAll(/\?/g), () => 1))
        .map(({ detail }) => detail),
    )
    planner.close()
    const bad = steps.filter(
      (step) =>
        (/^SCAN/.test(step) && !/VIRTUAL TABLE|USING (COVERING )?INDEX/.test(step)) ||
        (/TEMP B-TREE/.test(step) && !maySort.has(name)),
    )
    expect(bad).toEqual([])
  },
)
