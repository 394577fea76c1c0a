import type { JekyllConfig } from './config'
import type { NamedJekyllPost } from './site'

/** What Jekyll itself makes of these nobody knows here, so they are not taken for nothing. */
const made: Record<string, string> = {
  '': 'site page content layout include paginator jekyll theme forloop tablerowloop',
  site: 'posts pages data categories tags time collections static_files html_pages html_files documents related_posts drafts authors github',
  page: 'content excerpt id next previous output collection relative_path name dir ext',
}

/** Whether Jekyll itself sets a variable, so that it is not nothing where the post and `_config.yml` do not. */
export const isJekyllVariable = (of: string, name: string) => made[of]?.split(' ').includes(name) ?? true

/** The variables that Liquid in a post may ask for. */
export function scopeOf(
  { post, named, date }: NamedJekyllPost,
  config: JekyllConfig,
): Record<string, unknown> {
  return {
    site: siteScope(config),
    page: {
      ...{
        title: post.name,
        ...post.all,
        date: date?.at,
        url: `/${named.slug}`,
        slug: post.name,
        path: post.path,
      },
      ...{ categories: post.categories, tags: post.tags },
    },
  }
}

/** `_config.yml` as it stands, but for a site at the root. */
export const siteScope = ({ data, url }: JekyllConfig) => ({ ...data, url, baseurl: '' })
