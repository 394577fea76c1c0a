import { connect } from '@/lib/store/database'
import type { Archive } from '@/lib/store/open'
import * as lists from '@/lib/store/queries/lists'
import { aliasTarget, neighbours, page, pages, postAnyState, postBySlug } from '@/lib/store/queries/posts'
import { related } from '@/lib/store/queries/related'
import { addresses, newestAmong } from '@/lib/store/queries/sitemap-entries'
import { nextChange, picture, problemsOf, recentCorrections, state } from '@/lib/store/queries/status'
import * as terms from '@/lib/store/queries/terms'
import { search } from '@/lib/store/search/search'
import { newsroom, now, post, tidyUp } from '../newsroom'

afterEach(tidyUp)

const questions: [name: string, ask: (archive: Archive) => unknown][] = [
  ['latest', (archive) => lists.latest(archive, now, 10)],
  ['since', (archive) => lists.since(archive, now, now - 1000, 10)],
  ['addresses', (archive) => addresses(archive, now, 10, 10)],
  ['newestAmong', (archive) => newestAmong(archive, now, 10, 10)],
  ['featured', (archive) => lists.featured(archive, now, 10)],
  ['inMonth', (archive) => lists.inMonth(archive, now, { year: 2026, month: 1 }, 10)],
  ['inCategory', (archive) => lists.inCategory(archive, now, 'news', 10)],
  ['withTag', (archive) => lists.withTag(archive, now, 'chips', 10)],
  ['countLatest', (archive) => lists.countLatest(archive, now)],
  ['countInMonth', (archive) => lists.countInMonth(archive, now, { year: 2026, month: 1 })],
  ['countInCategory', (archive) => lists.countInCategory(archive, now, 'news')],
  ['categories', (archive) => terms.categories(archive, now)],
  ['tag', (archive) => terms.tag(archive, now, 'chips')],
  ['months', (archive) => terms.months(archive, now)],
  ['author', (archive) => terms.author(archive, 'desk')],
  ['postBySlug', (archive) => postBySlug(archive, now, 'one')],
  ['postAnyState', (archive) => postAnyState(archive, 'one')],
  ['page', (archive) => page(archive, now, 'one')],
  ['pages', (archive) => pages(archive, now)],
  ['aliasTarget', (archive) => aliasTarget(archive, now, '/one.html')],
  ['neighbours', (archive) => neighbours(archive, now, 'one')],
  ['related', (archive) => related(archive, now, 'one', 10)],
  ['search', (archive) => search(archive, now, 'story', 10)],
  ['recentCorrections', (archive) => recentCorrections(archive, now, 10)],
  ['nextChange', (archive) => nextChange(archive, now)],
  ['picture', (archive) => picture(archive, '/assets/x.svg')],
  ['problemsOf', (archive) => problemsOf(archive, 'one')],
  ['state', (archive) => state(archive, now)],
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
    const listening: Archive = {
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
