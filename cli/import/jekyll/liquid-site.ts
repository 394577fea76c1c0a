import { readSourceText } from '../source-text'
import type { LiquidSite } from './liquid-engine'
import { jekyllAddress } from './permalink'
import type { JekyllSite } from './site'

/** What Liquid may ask of the site that is imported. */
export function liquidSite({
  folder,
  config,
  posts: stories,
  people,
  fileCopier: shelf,
}: JekyllSite): LiquidSite {
  const paths = new Map(stories.map(({ post, named }) => [post.path, `/${named.slug}`]))
  const names = new Map(
    stories.map(({ post, named }) => [
      post.path.replace(/^.*_posts\//, '').replace(/\.[^.]*$/, ''),
      `/${named.slug}`,
    ]),
  )
  const includes = `${config.source}_includes/`
  return {
    origin: config.url,
    baseurl: config.baseurl,
    timeZone: config.timeZone,
    includes: Object.fromEntries(
      folder.paths
        .filter((path) => path.startsWith(includes) && folder.size(path) < 100_000)
        .map((path) => [path.slice(includes.length), readSourceText(folder.read(path)).text ?? '']),
    ),
    postPath(name) {
      const found = names.get(name.replace(/^\//, ''))
      if (!found) throw new Error(`there is no post ${name}`)
      return found
    },
    filePath(written) {
      const path = written.replace(/^\//, '')
      const found = paths.get(config.source + path) ?? paths.get(config.collections + path) ?? shelf.use(path)
      return found ?? collectionPath(path, config)
    },
    author(id) {
      const found = people.find(id)
      if (!found) throw new Error(`nothing is known of ${id}`)
      return found
    },
  }
}

/** A file of another collection, which was not imported: the address that it had. */
function collectionPath(path: string, config: JekyllSite['config']): string {
  const [, collection, inside] = /^_([^/]+)\/(.+)\.[^./]+$/.exec(path) ?? []
  if (!collection || !inside || collection === 'posts') throw new Error(`there is no file ${path}`)
  const basename = inside.replace(/^.*\//, '')
  const facts = { basename, collection, path: inside, categories: [], at: '1970-01-01T00:00:00Z' }
  return jekyllAddress(config.permalinkOf(collection), facts)
}
