import type { Author } from '@/lib/content/author'
import type { PostCard } from '@/lib/content/summary'
import { authorPath, feedPath } from '@/lib/urls'
import { Portrait } from '../layout/portrait'
import { ListHeader } from './list-header'
import { ListPage } from './list-page'

type List = { slug: string; count: number; page: number; pages: number; posts: PostCard[] }

export function AuthorPage({ author, bio, slug, ...list }: List & { author: Author; bio: string }) {
  const links = [
    ...author.links.map(({ label, url }) => ({ label, href: url })),
    ...(author.email ? [{ label: author.email, href: `mailto:${author.email}` }] : []),
  ]
  const header = (
    <ListHeader
      label={author.role}
      title={author.name}
      feed={feedPath('rss', authorPath(slug))}
      picture={<Portrait author={author} size={112} />}
      {...list}
    >
      <div className="prose" dangerouslySetInnerHTML={{ __html: bio }} />
      {links.length > 0 ? (
        <ul className="meta flex flex-wrap gap-x-4">
          {links.map(({ label, href }) => (
            <li key={href}>
              <a href={href} rel="me noopener" className="inline-block py-1 underline">
                {label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </ListHeader>
  )
  return <ListPage header={header} {...list} showSection pathOf={(page) => authorPath(slug, page)} />
}
