import { stringify } from 'yaml'
import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { absoluteUrl, articlePath, authorPath } from '@/lib/urls'
import { site } from '@/site.config'

/** Front matter with what the page says of the story, in words of its own: nothing is copied from the file's. */
export function publicFrontMatter(story: Summary, authors: Author[]): string {
  const { title, description, updated, dateline, series, image, contributors, categories, tags } = story
  const isStory = story.layout === 'post'
  const all = {
    ...{
      title,
      description,
      url: absoluteUrl(story.canonical ?? articlePath(story.slug)),
      publication: site.name,
    },
    authors: authors.map(({ id, name }) => ({ name, url: absoluteUrl(authorPath(id)) })),
    ...{ contributors, published: isStory ? story.published : undefined, updated },
    ...{ type: isStory ? story.type : undefined, dateline, series: series?.name },
    categories: categories.map(({ name }) => name),
    tags: tags.map(({ name }) => name),
    image: image && {
      url: absoluteUrl(image.src),
      ...withoutEmpty({ ...image, src: undefined, focalPoint: undefined }),
    },
    language: story.lang ?? site.language,
  }
  return stringify(withoutEmpty(all), { lineWidth: 0 })
}

/** Without what is not there. */
const withoutEmpty = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && String(value) !== ''),
  )
