import { stringify } from 'yaml'
import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { absolute, articlePath, authorPath } from '@/lib/urls'
import { site } from '@/site.config'

/** Front matter with what the page says of the story, in words of its own: nothing is copied from the file's. */
export function publicKeys(story: Summary, authors: Author[]): string {
  const { title, description, updated, dateline, series, image, contributors, categories, tags } = story
  const isStory = story.layout === 'post'
  const all = {
    ...{
      title,
      description,
      url: absolute(story.canonical ?? articlePath(story.slug)),
      publication: site.name,
    },
    authors: authors.map(({ id, name }) => ({ name, url: absolute(authorPath(id)) })),
    ...{ contributors, published: isStory ? story.published : undefined, updated },
    ...{ type: isStory ? story.type : undefined, dateline, series: series?.name },
    categories: categories.map(({ name }) => name),
    tags: tags.map(({ name }) => name),
    image: image && {
      url: absolute(image.src),
      ...some({ ...image, src: undefined, focalPoint: undefined }),
    },
    language: story.lang ?? site.language,
  }
  return stringify(some(all), { lineWidth: 0 })
}

/** Without what is not there. */
const some = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && String(value) !== ''),
  )
