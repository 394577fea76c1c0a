import { words } from '@/lib/i18n/messages'

/** The headings of a long article as links. The class is not `contents`: that is a utility, which takes the box away. */
export function Contents({ headings }: { headings: { id: string; text: string; depth: 2 | 3 }[] }) {
  if (headings.length < 2) return null
  return (
    <nav aria-labelledby="contents" className="article-note toc furniture">
      <h2 id="contents">{words.contents}</h2>
      <ol>
        {headings.map(({ id, text, depth }) => (
          <li key={id} className={depth === 3 ? 'ms-5' : undefined}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
