import { messages } from '@/lib/i18n/messages'

/** The headings of a long article as links. The class is `toc` because `contents` is a Tailwind utility (`display: contents`). */
export function TableOfContents({ headings }: { headings: { id: string; text: string; depth: 2 | 3 }[] }) {
  if (headings.length < 2) return null
  return (
    <nav aria-labelledby="contents" className="article-note toc no-print">
      <h2 id="contents">{messages.contents}</h2>
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
