import type { Summary } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { absoluteUrl, archivePath, categoryPath, feedPath, markdownPath, sitemapPath } from '@/lib/urls'
import { site } from '@/site.config'

type Listed = Pick<Summary, 'slug' | 'title' | 'description'>

/** llms.txt (llmstxt.org): what the site is, its sections, and its newest stories as links to their Markdown. */
export function writeLlmsTxt(newest: Listed[], pages: Listed[]): string {
  const sections = site.sections.map(({ slug, name, description }) =>
    link(name, categoryPath(slug), description),
  )
  const optional = [
    link(messages.archive, archivePath(), messages.archiveIntro),
    link(messages.feeds, feedPath(), messages.feed.everythingDescription),
    link('Sitemap', sitemapPath()),
  ]
  const parts = [
    [`# ${line(site.name)}`],
    [`> ${line(site.description)}`],
    [messages.markdownNote],
    ...part(messages.latest, newest.map(toLink)),
    ...part(messages.sections, sections),
    ...part(messages.footerPages, pages.map(toLink)),
    ...part('Optional', optional),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const part = (title: string, links: string[]) => (links.length > 0 ? [[`## ${title}`], links] : [])

const toLink = ({ slug, title, description }: Listed) => link(title, markdownPath(slug), description)

function link(title: string, path: string, description = ''): string {
  const name = line(title).replace(/[[\]\\]/g, '\\$&')
  return `- [${name}](${absoluteUrl(path)})${description ? `: ${line(description)}` : ''}`
}

// A title must not begin a line of its own.
const line = (text: string) => text.replace(/[\s\p{C}]+/gu, ' ').trim()
