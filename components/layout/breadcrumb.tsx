import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'

/** The breadcrumb, on one line. The last step is the page itself, without a link; it may be truncated, as the full headline follows. */
export function Breadcrumb({ steps }: { steps: { name: string; path?: string; lang?: string }[] }) {
  return (
    <nav aria-label={messages.breadcrumb} className="meta no-print">
      <ol className="flex gap-x-2">
        {steps.map(({ name, path, lang }, index) => (
          <li key={name} className={path ? 'flex shrink-0 gap-x-2' : 'flex min-w-0 gap-x-2'}>
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            {path ? (
              <a href={path} className="inline-block py-0.5">
                {name}
              </a>
            ) : (
              <span aria-current="page" className="truncate py-0.5" {...langAttributes(lang)}>
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
