import { slugify } from '@/lib/text'
import { categoryPath, tagPath } from '@/lib/urls'
import type { UrlMap } from '../url-map'
import { isRecord, textOf } from '../values'
import type { JekyllConfig } from './config'
import type { JekyllPost } from './posts'

/**
 * The pages of tags and categories that the plugin jekyll-archives makes: links to them lead to ours. Gives the rules for
 * readers who come from outside, which nothing in the files can give.
 */
export function mapListUrls(posts: JekyllPost[], config: JekyllConfig, book: UrlMap): string[] {
  const settings = config.data['jekyll-archives']
  if (!isRecord(settings)) return []
  const permalinks = isRecord(settings.permalinks) ? settings.permalinks : {}
  const lists = [
    {
      template: textOf(permalinks.tag) ?? '/tag/:name/',
      names: posts.flatMap(({ tags }) => tags),
      path: tagPath,
    },
    {
      ...{ template: textOf(permalinks.category) ?? '/category/:name/', path: categoryPath },
      names: posts.flatMap(({ categories }) => categories),
    },
  ]
  return lists.flatMap(({ template, names, path }) => {
    for (const name of new Set(names))
      for (const form of [slugify(name), encodeURIComponent(name)])
        if (slugify(name)) book.add(config.baseurl + template.replace(':name', form), path(slugify(name)))
    const old = (config.baseurl + template.replace(':name', ':slug')).replace(/\/$/, '')
    return old === path(':slug') || names.length === 0
      ? []
      : [`{ source: '${old}', destination: '${path(':slug')}', permanent: true }`]
  })
}
