/**
 * A newsroom of any size to measure with: `npx tsx bench/corpus.ts <folder> <posts> [seed]` writes posts/, authors/ and
 * public/assets/images/ there. The same seed gives the same bytes. What is made up is made up: words are syllables, drawn
 * by Zipf's law, so that the index has the few frequent and many rare words of a real one; lengths are log-normal
 * around 4 KB, as the sample posts'; a tenth are .mdx, half have a picture, a third link to an earlier story.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const sections = ['News', 'Research', 'Policy', 'Chips']
const year = 365.25 * 86_400_000
/** Stories run up to this day, ten years back: nothing is scheduled, and the same seed gives the same dates. */
const end = Date.UTC(2026, 0, 1)

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain, Tommy Ettinger 2017). */
function random(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Words of two to four syllables; the number is their rank. */
function word(rank: number): string {
  const [first, second] = ['bdfgklmnprstvz', 'aeiou']
  let [text, rest] = ['', rank + 1]
  for (let i = 0; i < 2 || rest > 0; i++) {
    text += `${first[rest % 14]}${second[Math.floor(rest / 14) % 5]}${i % 2 ? 'n' : ''}`
    rest = Math.floor(rest / 70)
  }
  return text
}

/** Draws ranks below `size` with a probability of about 1 to the rank. */
const zipf = (draw: () => number, size: number) => Math.floor(size ** draw()) - 1

/** One post of `total` as the path and text of its file; needs no other one. */
export function makePost(number: number, total: number, seed: number): { path: string; text: string } {
  const draw = random(seed * 1_000_003 + number)
  const words = (count: number) => Array.from({ length: count }, () => word(zipf(draw, 20_000)))
  const sentence = () => {
    const [first = '', ...rest] = words(6 + Math.floor(draw() * 18))
    return `${first[0]?.toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`
  }
  const at = new Date(end - 10 * year * (1 - (number + 1) / (total + 1)))
  const slug = `${words(4).join('-')}-${number}`
  const mdx = draw() < 0.1
  // Log-normal by the sum of uniforms: half of all texts between 2.5 and 5.5 KB.
  const normal = (draw() + draw() + draw() + draw() - 2) * Math.sqrt(3)
  const length = Math.round(3600 * Math.exp(normal * 0.6))
  const head = [
    `title: ${sentence().slice(0, 70).replace(/\W+$/, '')}`,
    `description: ${sentence()}`,
    `author: writer-${zipf(draw, 50) + 1}`,
    `date: ${at.toISOString().slice(0, 16).replace('T', ' ')} +0000`,
    `categories: [${sections[zipf(draw, 4)]}]`,
    `tags: [${[...new Set([1, 2, 3].map(() => word(zipf(draw, 400))))].join(', ')}]`,
    ...(draw() < 0.5
      ? [`image: { src: assets/images/picture-${zipf(draw, 100) + 1}.svg, alt: ${words(5).join(' ')} }`]
      : []),
  ]
  const blocks: string[] = []
  for (let size = 0, i = 0; size < length; i++) {
    const block = Array.from({ length: 3 + Math.floor(draw() * 3) }, sentence).join(' ')
    if (i % 5 === 4) blocks.push(`## ${sentence().slice(0, 50)}`)
    blocks.push(
      i % 7 === 6
        ? words(3)
            .map((item) => `- ${item}`)
            .join('\n')
        : block,
    )
    size += block.length
  }
  if (mdx) blocks.splice(1, 0, `<FactBox title="${words(2).join(' ')}">\n\n${sentence()}\n\n</FactBox>`)
  if (draw() < 0.33) blocks.push(`Read [${words(3).join(' ')}](https://example.com/${words(2).join('/')}).`)
  const [day = ''] = at.toISOString().split('T')
  const path = `posts/${day.slice(0, 4)}/${day.slice(5, 7)}/${day}-${slug}.${mdx ? 'mdx' : 'md'}`
  return { path, text: `---\n${head.join('\n')}\n---\n\n${blocks.join('\n\n')}\n` }
}

/** Writes the whole newsroom into a folder, which need not exist. */
export function makeCorpus(folder: string, total: number, seed = 1): void {
  const made = new Set<string>()
  const write = (path: string, text: string) => {
    const parent = path.slice(0, path.lastIndexOf('/'))
    if (!made.has(parent)) mkdirSync(join(folder, parent), { recursive: true })
    made.add(parent)
    writeFileSync(join(folder, path), text)
  }
  for (let n = 1; n <= 50; n++) {
    write(
      `authors/writer-${n}.md`,
      `---\nname: ${word(n * 7)} ${word(n * 31)}\nrole: Reporter\n---\n\nWrites.\n`,
    )
  }
  for (let n = 1; n <= 100; n++) {
    const shape = `<circle cx="${100 + n * 14}" cy="450" r="${60 + n * 3}" fill="#a3290f"/>`
    const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width="1600" height="900">'
    write(
      `public/assets/images/picture-${n}.svg`,
      `${open}<rect width="1600" height="900" fill="#fbf8f1"/>${shape}</svg>`,
    )
  }
  for (let number = 0; number < total; number++) {
    const { path, text } = makePost(number, total, seed)
    write(path, text)
  }
}

/** Puts one in the place of a copied site's own. */
export function makeNewsroom(site: string, total: number, seed = 1): void {
  for (const name of ['posts', 'authors', 'front.yml', 'addresses.txt', '.content']) {
    rmSync(join(site, name), { recursive: true, force: true })
  }
  makeCorpus(site, total, seed)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, total, seed = '1'] = process.argv.slice(2)
  if (!folder || !/^\d+$/.test(total ?? '')) {
    console.error('Usage: npx tsx bench/corpus.ts <folder> <posts> [seed]')
    process.exit(2)
  }
  makeCorpus(folder, Number(total), Number(seed))
}
