import type { Element, ElementContent, Root, RootContent } from 'hast'
import { messages } from '@/lib/i18n/messages'
import { displayHost, isAllowedLink, sitePicturePath } from './safe-urls'

/**
 * Pictures of the site get the path they are served under. One of another site becomes a link, since a page asks no
 * third party for anything. One alone in a paragraph with a title, `![alt](src "caption")`, becomes a figure. With
 * `enlarge` (in the page, not in feeds) each links to its file.
 */
export function rehypePictures(options: { enlarge: boolean }) {
  return (tree: Root) => {
    walk(tree, false, options.enlarge)
  }
}

function walk(parent: Root | Extract<RootContent, { children: unknown }>, inLink: boolean, enlarge: boolean) {
  parent.children = (parent.children as ElementContent[]).map((child) => {
    if (child.type === 'mdxJsxFlowElement') walk(child, inLink, enlarge)
    if (child.type !== 'element') return child
    if (child.tagName === 'img') return linked(pictureOrLink(child, inLink), enlarge && !inLink)
    const figure = inLink ? undefined : figureOf(child, enlarge)
    if (figure) return figure
    walk(child, inLink || child.tagName === 'a', enlarge)
    return child
  })
}

/** The figure for a paragraph with nothing but a picture of the site that has a title. */
function figureOf(paragraph: Element, enlarge: boolean): Element | undefined {
  const [only, another] = paragraph.children.filter((one) => one.type !== 'text' || one.value.trim() !== '')
  if (paragraph.tagName !== 'p' || another || only?.type !== 'element' || only.tagName !== 'img')
    return undefined
  const { title } = only.properties
  const picture = pictureOrLink(only, false)
  if (!title || picture.type !== 'element' || picture.tagName !== 'img') return undefined
  return element('figure', {}, [linked(picture, enlarge), element('figcaption', {}, [text(String(title))])])
}

function pictureOrLink({ properties }: Element, inLink: boolean): ElementContent {
  const src = String(properties.src ?? '')
  const alt = String(properties.alt ?? '')
  const own = src === '' ? undefined : sitePicturePath(src)
  if (own) return element('img', { src: own, alt, title: properties.title }, [])
  const said = [messages.body.picture, alt].filter(Boolean).join(': ')
  const host = displayHost(src)
  const label = text(host ? `${said} (${host})` : said)
  return inLink || !host || !isAllowedLink(src) ? label : element('a', { href: src }, [label])
}

/** The picture as a link to its file, like components/mdx/enlarge-link.tsx. */
function linked(picture: ElementContent, enlarge: boolean): ElementContent {
  if (!enlarge || picture.type !== 'element' || picture.tagName !== 'img') return picture
  const hint = element('span', { className: ['hint'] }, [text(` (${messages.body.enlarge})`)])
  return element('a', { href: picture.properties.src, className: ['enlarge'] }, [picture, hint])
}

const text = (value: string): ElementContent => ({ type: 'text', value })

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
