import { site } from '@/site.config'
import { messages } from '../i18n/messages'
import { describeAuthor, describeCategory } from '../metadata/list-descriptions'
import * as terms from '../store/queries/terms'
import { authorPath, categoryPath, correctionsPath, tagPath } from '../urls'
import { cacheUntilNextChange } from './lifetimes'
import { openIndex } from './open-index'

/** A page of thousands of tags helps nobody. */
const maxTags = 120

/** Every list that has feeds, for the page that shows them: the sections in the masthead's order, then the others. */
export async function getFeedDirectory() {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  cacheUntilNextChange(index, now)
  const listed = new Set<string>(site.sections.map(({ slug }) => slug))
  const others = terms.listCategories(index, now).filter(({ slug }) => !listed.has(slug))
  const tags = terms.listTags(index, now).sort((a, b) => b.count - a.count)
  const sections = [...site.sections, ...others].map(({ slug, name }) => ({
    ...{ name, path: categoryPath(slug), description: describeCategory({ slug, name }) },
  }))
  const { title: name, intro: description } = messages.correctionsPage
  return {
    sections: [...sections, { name, description, path: correctionsPath() }],
    authors: terms
      .listAuthors(index, now)
      .filter(({ count }) => count > 0)
      .map((author) => ({
        name: author.name,
        path: authorPath(author.id),
        description: describeAuthor(author),
      })),
    tags: tags
      .slice(0, maxTags)
      .sort((a, b) => a.name.localeCompare(b.name, site.language))
      .map(({ slug, name }) => ({ name, path: tagPath(slug) })),
    moreTags: tags.length > maxTags,
  }
}
