import type { Page } from '@playwright/test'

/** A page as it is sent, before any script has run: head, JSON-LD and visible content. */
export type ServedPage = Awaited<ReturnType<typeof fetchPage>>

/** A node of a page's JSON-LD graph. */
export type Node = Record<string, unknown>

/** Fetches and parses a page. `page` is used only for its HTML parser. */
export async function fetchPage(page: Page, address: string) {
  const response = await page.request.get(address)
  const parts = await page.evaluate(parsePage, await response.text())
  return { address, status: response.status(), ...parts }
}

/** The paths of all public pages. */
export async function sitemapPaths(page: Page): Promise<string[]> {
  const paths = async (address: string) =>
    Array.from(
      (await (await page.request.get(address)).text()).matchAll(/<loc>([^<]+)<\/loc>/g),
      ([, url]) => new URL(url ?? '').pathname,
    )
  const parts = await Promise.all((await paths('/sitemap.xml')).map(paths))
  return parts.flat()
}

/** The only node of a type in a page's graph. With none or several, returns a node that describes the problem. */
export function onlyNode(page: ServedPage, type: RegExp): Node {
  const found = page.graphs.flat().filter((node) => type.test(String(node['@type'])))
  return found.length === 1 ? (found[0] ?? {}) : { problem: `${found.length} of ${type} on ${page.address}` }
}

/** Runs in the browser, so it may use nothing from this file except types. */
function parsePage(html: string) {
  const document = new DOMParser().parseFromString(html, 'text/html')
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const texts = (selector: string) => all(selector).map((element) => tidy(element.textContent))
  const text = (selector: string) => texts(selector)[0]
  const values = (selector: string, name: string) =>
    all(selector).map((element) => element.getAttribute(name) ?? '')
  const links = (selector: string) =>
    all(selector).map((a) => ({ name: tidy(a.textContent), href: a.getAttribute('href') ?? undefined }))
  const graphs: Record<string, unknown>[][] = texts('script[type="application/ld+json"]').map(
    (json) => JSON.parse(json)['@graph'],
  )
  const meta: Record<string, string[]> = {}
  for (const element of all('head > meta[content]')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? ''
    meta[name] = [...(meta[name] ?? []), element.getAttribute('content') ?? '']
  }
  const corrections = all('.corrections p').map((entry) => ({
    date: entry.querySelector('time')?.getAttribute('datetime'),
    text: tidy(
      [...entry.childNodes]
        .slice(1)
        .map((child) => child.textContent)
        .join(''),
    ),
  }))
  // Only the author's own words: without the text that components add, and with a space after each block.
  for (const added of all('.prose :is(.post-card, .hint, .data-footnote-backref)')) added.remove()
  for (const block of all('.prose :is(p, li, td, th, dt, dd, h2, h3, figcaption, pre, .box-title)'))
    block.append(' ')
  return {
    graphs,
    meta,
    titles: texts('head > title'),
    canonical: values('head > link[rel="canonical"]', 'href'),
    authorLinks: values('head > link[rel="author"]', 'href'),
    shown: {
      language: document.querySelector('h1')?.closest('[lang]')?.getAttribute('lang'),
      headlines: texts('h1'),
      standfirst: text('.article-standfirst'),
      kicker: text('.article-header .kicker'),
      times: values('.article-times time', 'datetime'),
      updated: values('.article-grid > .meta time', 'datetime')[0],
      byline: links('.article-rail a[rel="author"]'),
      rail: text('.article-rail'),
      writtenBy: texts('[aria-labelledby="written-by"] a + span'),
      breadcrumb: links('nav[aria-label="Breadcrumb"] :is(a, [aria-current])'),
      dateline: text('.dateline'),
      caption: text('.lead-picture figcaption'),
      alt: values('.lead-picture img', 'alt')[0],
      body: text('.article-body .prose'),
      corrections,
      sources: links('[aria-labelledby="sources"] a'),
      tags: texts('[aria-labelledby="tags"] a'),
      stories: links('.post-list article .teaser-title a'),
      intro: text('.list-header :is(.prose, h1 + p:not(.meta))'),
      label: text('.list-header .kicker'),
      portrait: values('.list-header img', 'src')[0],
      profiles: values('.list-header a[rel~="me"][href^="http"]', 'href'),
      searches: all('search form').map(
        (form) =>
          `${form.getAttribute('action')}?${form.querySelector('[type="search"]')?.getAttribute('name')}=`,
      ),
      publication: text('header a[href="/"]'),
    },
  }
}
