/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { render, screen, within } from '@testing-library/react'
import { renderBody } from '@/lib/render/render'
import { facts, mdx } from '../../lib/render/render-body'

async function show(body: string) {
  const { html } = await renderBody(mdx(body), facts)
  return render(<div dangerouslySetInnerHTML={{ __html: html }} />).container
}

describe('the MDX components', () => {
  it('Figure shows a picture with its size, caption and credit', async () => {
    const page = await show(
      '<Figure src="/assets/images/chip.svg" alt="A chip" caption="It\'s small" credit="Me" width="wide" />',
    )
    const picture = screen.getByRole('img', { name: 'A chip' })
    expect(picture.getAttribute('width')).toBe('800')
    expect(picture.getAttribute('loading')).toBe('lazy')
    expect(page.querySelector('figure.figure-wide figcaption')?.textContent).toBe('It’s small Me')
  })

  it('Gallery shows its figures with one caption', async () => {
    await show(
      '<Gallery caption="Two chips">\n<Figure src="/assets/images/chip.svg" alt="One" />\n<Figure src="/assets/b.svg" alt="Two" />\n</Gallery>',
    )
    const gallery = screen.getByRole('figure', { name: 'Two chips' })
    expect(within(gallery).getAllByRole('img')).toHaveLength(2)
  })

  it('PullQuote shows a quotation with speaker and source, written on one line or several', async () => {
    for (const body of ['So it goes.', '\nSo it goes.\n']) {
      const page = await show(`<PullQuote by="Kurt" source="https://x.test/y">${body}</PullQuote>`)
      expect(page.querySelector('blockquote > p')?.textContent).toBe('So it goes.')
      expect(page.querySelector('figcaption a[rel~=external]')?.textContent).toBe('Kurt')
    }
  })

  it('FactBox, KeyPoints and Note are asides with an accessible name', async () => {
    await show('<FactBox title="What is HBM?">\nFast **memory**.\n</FactBox>')
    expect(screen.getByRole('complementary', { name: 'What is HBM?' }).textContent).toContain('Fast memory.')
    await show('<KeyPoints>\n- one\n- two\n</KeyPoints>')
    expect(
      within(screen.getByRole('complementary', { name: 'Key points' })).getAllByRole('listitem'),
    ).toHaveLength(2)
    await show('<Note kind="editor">We erred.</Note>')
    expect(screen.getByRole('complementary', { name: 'Editor’s note' }).className).toBe('note note-editor')
  })

  it('Timeline is an ordered list with each date separated from its text', async () => {
    const page = await show(
      '<Timeline title="The law">\n- **12 May** — passed [here](/x)\n- **13 May**: signed\n</Timeline>',
    )
    expect(screen.getByRole('region', { name: 'The law' })).toBeTruthy()
    const items = [...page.querySelectorAll('ol > li')].map((item) => [
      item.querySelector('strong')?.textContent,
      item.querySelector('.item')?.textContent,
    ])
    expect(items).toEqual([
      ['12 May', 'passed here'],
      ['13 May', 'signed'],
    ])
  })

  it('Numbers separates figures from their labels, also in a loose list', async () => {
    const page = await show('<Numbers>\n- **14 %** of chips\n\n- **2** fabs\n</Numbers>')
    expect(page.querySelector('.numbers li > strong')?.textContent).toBe('14 %')
    expect(page.querySelector('.numbers li > .item > p')?.textContent).toBe('of chips')
  })

  it('QA and Definition are description lists', async () => {
    const page = await show(
      '<QA question="Why?">\nBecause.\n</QA>\n\n<Definition term="Fab">\nA *plant*.\n</Definition>',
    )
    expect([...page.querySelectorAll('dt, dd')].map((node) => node.textContent?.trim())).toEqual([
      'Why?',
      'Because.',
      'Fab',
      'A plant.',
    ])
  })

  it('an external Video is a link that loads nothing from its host; a local one plays on demand', async () => {
    const page = await show(
      '<Video src="https://youtu.be/x" title="A talk" poster="/assets/images/chip.svg" />',
    )
    expect(screen.getByRole('link', { name: 'A talk Watch on youtu.be' }).getAttribute('href')).toBe(
      'https://youtu.be/x',
    )
    expect(page.querySelector('iframe, script, video')).toBeNull()
    const own = await show('<Video src="/assets/talk.mp4" title="A talk" />')
    expect(own.querySelector('video')?.getAttribute('preload')).toBe('none')
    expect(own.querySelector('track')?.getAttribute('src')).toBe('/assets/talk.vtt')
  })

  it('Post is a card of another post, and renders nothing for one that is not public', async () => {
    await show('<Post slug="chips" />')
    const card = screen.getByRole('complementary', { name: 'Related story' })
    expect(within(card).getByRole('link', { name: 'Chips run short' }).getAttribute('href')).toBe('/chips')
    expect(card.textContent).toContain('March 1, 2026')
    expect((await show('<Post slug="not-yet" />')).innerHTML).not.toMatch(/not.yet/)
  })
})
