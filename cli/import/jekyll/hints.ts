import { slugify } from '@/lib/text'
import { site } from '@/site.config'
import { isRecord, listOf, textOf } from '../values'
import type { JekyllSite } from './site'

/** What of `_config.yml` belongs into site.config.ts and the environment. Nothing of it is written there. */
export function hintsOf({ config, posts: stories, folder, rules }: JekyllSite): string[] {
  const { title, description, url, timeZone, data } = config
  const set = (key: string, value: string | undefined, here: string) =>
    value !== undefined && value !== here ? [`site.config.ts  ${key}: ${JSON.stringify(value)}`] : []
  const counts = new Map<string, number>()
  for (const { post } of stories)
    for (const name of post.categories) counts.set(name, (counts.get(name) ?? 0) + 1)
  const known = new Set<string>(site.sections.map(({ slug }) => slug))
  const sections = [...counts].filter(([name]) => !known.has(slugify(name))).sort((a, b) => b[1] - a[1])
  return [
    ...set('name', title, site.name),
    ...set('description', description, site.description),
    ...(textOf(data.timezone) ? set('timeZone', timeZone, site.timeZone) : []),
    ...(url ? [`environment     SITE_URL=${url}`] : []),
    ...rules.map((rule) => `next.config.js  redirects: ${rule}`),
    ...sections
      .slice(0, 10)
      .map(
        ([name, count]) =>
          `site.config.ts  sections: none for ${JSON.stringify(name)}, the category of ${count}`,
      ),
    ...listOf(data.defaults).flatMap((entry) => {
      const image = isRecord(entry) && isRecord(entry.values) ? textOf(entry.values.image) : undefined
      return image
        ? [
            `_config.yml     ${image} is the picture of every page without one. Stories have none here instead.`,
          ]
        : []
    }),
    ...collections(folder.paths, config.collections),
  ]
}

function collections(paths: string[], base: string): string[] {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const [, name] =
      /^_([^/]+)\/.+\.(?:md|markdown|html)$/.exec(path.startsWith(base) ? path.slice(base.length) : '') ?? []
    if (name && !/^(?:posts|drafts|authors|includes|layouts|sass|data|plugins|site)$/.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(
    ([name, count]) =>
      `_${name.padEnd(14)} not imported, since there are only posts and pages here; files: ${count}`,
  )
}
