import type { Summary } from '@/lib/content/story'
import { absolute, archivePath, articlePath, categoryPath, feedPath } from '@/lib/urls'
import { words } from '@/lib/words'
import { site } from '@/site.config'

/** llms.txt (llmstxt.org): what the site is, its sections, and its newest stories as links to their Markdown. */
export function llmsTxt(newest: Pick<Summary, 'slug' | 'title' | 'description'>[]): string {
  const sections = site.sections.map(({ slug, name, description }) =>
    link(name, categoryPath(slug), description),
  )
  const stories = newest.map(({ slug, title, description }) =>
    link(title, `${articlePath(slug)}.md`, description),
  )
  const more = [link(words.archive, archivePath(), words.archiveIntro), link(words.feeds, feedPath())]
  return [
    `# ${line(site.name)}`,
    `> ${line(site.description)}`,
    `## ${words.sections}`,
    sections.join('\n'),
    `## ${words.latest}`,
    stories.join('\n'),
    '## Optional',
    `${more.join('\n')}\n`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

function link(title: string, path: string, description = ''): string {
  const name = line(title).replace(/[[\]\\]/g, '\\$&')
  return `- [${name}](${absolute(path)})${description ? `: ${line(description)}` : ''}`
}

// A title must not begin a line of its own.
const line = (text: string) => text.replace(/[\s\p{C}]+/gu, ' ').trim()
