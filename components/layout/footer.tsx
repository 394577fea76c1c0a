import { messages } from '@/lib/i18n/messages'
import {
  archivePath,
  articlePath,
  categoryPath,
  correctionsPath,
  feedsPath,
  litePath,
  savedPath,
} from '@/lib/urls'
import { site } from '@/site.config'
import { Wordmark } from './wordmark'

/** Links to sections, standing pages and feeds. `pages` are the standing pages that exist, in the order of site.config.ts. */
export function Footer({ pages }: { pages: { slug: string; title: string }[] }) {
  const columns = [
    {
      title: messages.sections,
      links: [
        ...site.sections.map(({ slug, name }) => ({ href: categoryPath(slug), label: name })),
        { href: archivePath(), label: messages.archive },
      ],
    },
    {
      title: messages.footerPages,
      links: [
        ...pages.map(({ slug, title }) => ({ href: articlePath(slug), label: title })),
        { href: correctionsPath(), label: messages.correctionsPage.title },
      ],
    },
    {
      title: messages.follow,
      links: [
        { href: feedsPath(), label: messages.feeds },
        { href: litePath(), label: messages.lite.name },
        { href: savedPath(), label: messages.saved.title },
      ],
    },
  ].filter((column) => column.links.length > 0)
  return (
    <footer className="no-print mt-auto pt-16">
      <div className="wrap">
        <div className="double-rule grid grid-cols-2 gap-8 py-8 font-sans text-small sm:grid-cols-3 lg:grid-cols-[2fr_1fr_1fr_1fr]">
          <div className="col-span-full lg:col-span-1">
            <Wordmark className="text-[1.625rem]" />
            <p className="mt-2 max-w-[26rem] text-ink-2">{messages.madeWith}</p>
          </div>
          {columns.map(({ title, links }) => (
            <nav key={title} aria-label={`${site.name}: ${title}`}>
              <h2 className="mb-1 font-semibold">{title}</h2>
              <ul>
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href} className="inline-block py-1 text-ink-2 hover:text-ink hover:underline">
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </div>
    </footer>
  )
}
