import { Socket } from 'node:net'
import fc from 'fast-check'
import sharp from 'sharp'
import { cardFonts } from '@/lib/images/fonts'
import { drawableText } from '@/lib/images/glyphs'
import { type CardText, renderShareCard, shareCardSvg } from '@/lib/images/share-card'
import { maxShareImageBytes } from '@/lib/images/share-image-size'
import { fitText } from '@/lib/images/wrap-text'
import { type ShareRatio, shareRatios } from '@/lib/urls'
import { cpuTime } from '../../setup/cpu-time'

const text: CardText = {
  title: 'OpenAI unveils GPT-4: a new milestone in multimodal deep learning',
  standfirst: 'What it does, what it does not, and who may use it.',
  section: 'News',
  publication: 'The Inference',
  date: 'March 16, 2023',
}
const all = Object.keys(shareRatios) as ShareRatio[]

test.each(all)(
  'a %s card is a PNG of exactly that size, of moderate weight, with ink on paper',
  async (ratio) => {
    const png = await renderShareCard(text, ratio)
    const { width, height, format } = await sharp(png).metadata()
    expect({ width, height, format }).toEqual({ ...shareRatios[ratio], format: 'png' })
    expect(png.byteLength).toBeLessThan(maxShareImageBytes)
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([0xff, 0xfd, 0xf8])
    const dark = data.filter((value, index) => index % info.channels === 0 && value < 60).length
    expect(dark / (info.width * info.height)).toBeGreaterThan(0.02)
  },
)

test('a card is drawn with outlines only: no text, no font, no address', async () => {
  const svg = await shareCardSvg(text, 'card')
  expect(svg).not.toMatch(/<text|font|href|url\(|<image|<style/)
  expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
})

test('the same card is the same on every run', async () => {
  expect(await shareCardSvg(text, '4x3')).toBe(await shareCardSvg(text, '4x3'))
})

test('letters that the fonts lack become plain ones or nothing, never a box', async () => {
  const { headline } = await cardFonts()
  expect(drawableText('Łódź, Čapek, Đặng – “ﬁne” ①', headline)).toBe('Łódź, Čapek, Đặng – “fine” 1')
  expect(drawableText('Robots 🤖 win\u200b again 👩‍🚀', headline)).toBe('Robots win again')
  expect(drawableText('Fullwidth ＡＩ', headline)).toBe('Fullwidth AI')
})

test('a headline in another script gives way to the name of the publication', async () => {
  const { headline } = await cardFonts()
  for (const title of ['人工智能的新时代', 'שלום עולם', 'الذكاء الاصطناعي GPT', '🤖🤖🤖', '']) {
    expect(drawableText(title, headline)).toBe('')
    const named = await shareCardSvg(
      { ...text, title: text.publication, standfirst: '', publication: '' },
      'card',
    )
    expect(await shareCardSvg({ ...text, title }, 'card')).toBe(named)
  }
})

test('a long headline is cut with an ellipsis and stays in its box', async () => {
  const { headline } = await cardFonts()
  const box = { width: 1056, height: 320, sizes: [90, 60, 52], leading: 1.04 }
  const face = { family: headline, tracking: 0 }
  const { lines, size } = fitText('A very long headline indeed '.repeat(12).trim(), face, box)
  expect(size).toBe(52)
  expect(lines.length * size * box.leading).toBeLessThanOrEqual(box.height)
  expect(lines.at(-1)).toMatch(/\w…$/)
  expect(fitText('W'.repeat(300), face, box).lines.at(-1)).toMatch(/W…$/)
})

test('a short headline is set large, in lines of about the same length', async () => {
  const { headline } = await cardFonts()
  const box = { width: 800, height: 400, sizes: [120, 60], leading: 1.04 }
  expect(fitText('The new chip rules', { family: headline, tracking: 0 }, box)).toEqual({
    size: 120,
    lines: ['The new', 'chip rules'],
  })
})

test('any title at all gives a card, and a hostile one takes no longer', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (title) => {
      const svg = await shareCardSvg(
        { ...text, title, standfirst: title, section: title, date: title },
        'card',
      )
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    }),
    { numRuns: 200 },
  )
  const started = cpuTime()
  for (const title of [
    'a'.repeat(1_000_000),
    'a\u0301\u0302'.repeat(200_000),
    'W '.repeat(500_000),
    '😀'.repeat(300_000),
  ]) {
    await shareCardSvg({ ...text, title, standfirst: title }, '1x1')
  }
  expect(cpuTime() - started).toBeLessThan(2000)
})

test('drawing needs no network', async () => {
  const { connect } = Socket.prototype
  let attempts = 0
  Socket.prototype.connect = function (this: Socket): Socket {
    attempts++
    return this.destroy(new Error('no network here'))
  }
  await renderShareCard({ ...text, title: 'Robots 🤖 and 你好 say Ω' }, 'card').finally(() => {
    Socket.prototype.connect = connect
  })
  expect(attempts).toBe(0)
})
