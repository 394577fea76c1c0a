/**
 * `npm run bench`: measures the goals S1 to S8, prints them as a table, and writes figures, table and plots into bench/. About half an
 * hour. `--posts 1000,10000` are the sizes, `--only S3,S4` measures a part, whose figures take the place of the
 * last ones, `--minutes 60` is how long the memory is watched. Nothing else should run on the machine.
 */
import { parseArgs } from 'node:util'
import { buildTimes } from './build-times'
import { bytes } from './bytes'
import { type Figure, table } from './figure'
import { firstVisits } from './first-visit'
import { lighthouse } from './lighthouse'
import { memory } from './memory'
import { bareNext } from './peers'
import { onAPhone } from './phone'
import { behindNginx } from './proxy'
import { growth, publishTimes } from './publish'
import { keep } from './save-figures'
import { build, copyOfSite, port, serve } from './site'

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000,10000,100000' },
    only: { type: 'string', default: '' },
    minutes: { type: 'string', default: '2' },
  },
})
const wants = (goal: string) => values.only === '' || values.only.split(',').includes(goal)
const figures: Figure[] = []
let all: Figure[] = []
const note = (found: Figure[]) => {
  figures.push(...found)
  if (found.length === 0) return
  // At once: a long run that is broken off has measured something.
  all = keep(found)
  console.log(table(found))
}
const sizes = values.posts.split(',').map(Number)

for (const posts of sizes) {
  if (!['S1', 'S2', 'S3', 'S4'].some(wants)) break
  console.log(`\n${posts.toLocaleString('en')} stories`)
  const folder = copyOfSite(posts)
  const { figures: built, server } = wants('S1')
    ? await buildTimes(folder, posts)
    : { figures: [], server: await build(folder).then(() => serve(folder)) }
  note(built)
  try {
    if (wants('S3')) note((await firstVisits(server.url, posts)).figures)
    if (wants('S4') && posts === sizes.at(-1)) note(await memory(server, posts, Number(values.minutes) * 60))
  } finally {
    await server.stop()
  }
  if (wants('S2')) note(await publishTimes(folder, posts))
}
if (wants('S2')) note(growth(all))

if (['S5', 'S6', 'S7', 'S8'].some(wants)) {
  console.log('\nThe sample publication')
  const article = '/deepseek-r1-open-weights-and-a-market-shock'
  const folder = copyOfSite()
  await build(folder)
  const server = await serve(folder)
  try {
    if (wants('S8')) note(await behindNginx(server.url, ['/', article, '/about', '/category/news']))
    if (wants('S5')) {
      note(await onAPhone(server.url, article))
      note(await lighthouse(server.url + article))
    }
    if (wants('S6') || wants('S7')) {
      const empty = bareNext(1)
      await empty.build()
      const next = await serve(empty.folder, port + 4, {}, '/empty')
      note(await bytes(server.url, next.url, article).finally(next.stop))
    }
  } finally {
    await server.stop()
  }
}

console.log(`\n${table(figures)}`)
