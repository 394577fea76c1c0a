import type { PostCard } from '@/lib/content/summary'
import { langAttributes } from '@/lib/text'
import { articlePath } from '@/lib/urls'
import { Byline } from '../article/byline'
import { Timestamp } from '../layout/timestamp'

export type Piece = { text: string; highlighted: boolean }

/** A search result with a snippet in which the search terms are highlighted. */
export function SearchHit({ post, title, snippet }: { post: PostCard; title: Piece[]; snippet: Piece[] }) {
  const language = langAttributes(post.lang)
  return (
    <article className="search-hit">
      {post.categories[0] ? <p className="kicker">{post.categories[0].name}</p> : null}
      <h2 className="teaser-title">
        <a href={articlePath(post.slug)} {...language}>
          {title.map(renderPiece)}
        </a>
      </h2>
      <p {...language}>{snippet.map(renderPiece)}</p>
      <p className="meta">
        <Byline people={post.bylines} /> · <Timestamp at={post.published} short />
      </p>
    </article>
  )
}

const renderPiece = ({ text, highlighted }: Piece, place: number) =>
  highlighted ? <mark key={place}>{text}</mark> : text
