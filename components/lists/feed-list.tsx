import { FeedLinks } from './feed-links'

/** All sections, authors or tags, each with its feeds. */
export function FeedList({
  id,
  title,
  note,
  lists,
  columns = false,
}: {
  id: string
  title: string
  note?: string
  lists: { name: string; path: string; description?: string }[]
  columns?: boolean
}) {
  if (lists.length === 0) return null
  return (
    <section aria-labelledby={id} className="band">
      <div className="band-head">
        <h2 id={id}>{title}</h2>
        {note ? <p>{note}</p> : null}
      </div>
      <ul className={columns ? 'feed-list feed-list-columns' : 'feed-list'}>
        {lists.map(({ name, path, description }) => (
          <li key={path}>
            <div>
              <h3 className="teaser-title">
                <a href={path}>{name}</a>
              </h3>
              {description ? <p className="teaser-standfirst">{description}</p> : null}
            </div>
            <FeedLinks name={name} path={path} />
          </li>
        ))}
      </ul>
    </section>
  )
}
