import { messages } from '@/lib/i18n/messages'
import { archivePath, categoryPath } from '@/lib/urls'
import { site } from '@/site.config'

export function SectionNav({ current, className = '' }: { current?: string; className?: string }) {
  return (
    <nav aria-label={messages.sections} className={`font-sans text-[0.9375rem] ${className}`}>
      <ul className="flex flex-wrap gap-x-6">
        {site.sections.map(({ slug, name }) => (
          <li key={slug}>
            <a
              href={categoryPath(slug)}
              aria-current={slug === current ? 'true' : undefined}
              className="nav-link font-semibold"
            >
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={archivePath()} className="nav-link">
            {messages.archive}
          </a>
        </li>
      </ul>
    </nav>
  )
}
