import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { shareCardSvg } from '@/lib/images/share-card'
import { renderShareImage } from '@/lib/images/share-image'
import { gpt4 } from '../feeds/fixture'

let root = ''
const secret = { width: 400, height: 300, channels: 3 as const, background: '#ff0000' }
const red = [255, 0, 0]

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'newsroom-'))
  await mkdir(path.join(root, 'public/assets/images'), { recursive: true })
  const picture = await sharp({ create: secret }).png().toBuffer()
  await writeFile(path.join(root, 'secret.png'), picture)
  await writeFile(path.join(root, 'public/assets/images/red.png'), picture)
  await writeFile(path.join(root, 'public/assets/images/zurück.png'), picture)
  await writeFile(path.join(root, 'public/assets/images/broken.svg'), '<svg')
  await symlink(path.join(root, 'secret.png'), path.join(root, 'public/assets/images/link.png'))
})

const withImage = (src: string) => ({ ...gpt4, image: { src, alt: '', focalPoint: { x: 0.5, y: 0.5 } } })

async function corner(png: Uint8Array): Promise<number[]> {
  const pixel = await sharp(png)
    .removeAlpha()
    .extract({ left: 3, top: 3, width: 1, height: 1 })
    .raw()
    .toBuffer()
  return [...pixel]
}

test('a post’s own picture is what social networks get', async () => {
  const png = await renderShareImage(withImage('/assets/images/red.png'), '16x9', root)
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 675 })
  expect(await corner(png)).toEqual(red)
  expect(await corner(await renderShareImage(withImage('/assets/images/zurück.png'), 'card', root))).toEqual(
    red,
  )
})

test('a post without a picture has a card with its title for social networks, its section and its day', async () => {
  const drawn = await shareCardSvg(
    {
      title: 'OpenAI’s GPT-4 reads pictures',
      standfirst: gpt4.description,
      section: 'News',
      publication: 'The Inference',
      date: 'March 16, 2023',
    },
    'card',
  )
  const expected = await sharp(Buffer.from(drawn)).removeAlpha().raw().toBuffer()
  const found = await sharp(await renderShareImage({ ...gpt4, image: undefined }, 'card', root))
    .raw()
    .toBuffer()
  expect(found.equals(expected)).toBe(true)
})

test.each([
  ['missing', '/assets/images/none.png'],
  ['broken', '/assets/images/broken.svg'],
  ['a folder', '/assets/images'],
  ['on another site', 'https://elsewhere.example/red.png'],
  ['outside of public/', '/../secret.png'],
  ['outside of public/, encoded', '/%2e%2e/secret.png'],
  ['outside of public/ by a link', '/assets/images/link.png'],
  ['written with a NUL', '/assets/images/red.png\0.svg'],
  ['written with backslashes', '/..\\secret.png'],
])('a picture that is %s is replaced by the card', async (_, src) => {
  const png = await renderShareImage(withImage(src), 'card', root)
  expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630 })
  expect(await corner(png)).toEqual([0xff, 0xfd, 0xf8])
})
