import { words } from '@/lib/words'

/** The way down to this page. The last step is the page itself and no link. */
export function Breadcrumb({ steps }: { steps: { name: string; path?: string }[] }) {
  return (
    <nav aria-label={words.breadcrumb} className="meta furniture">
      <ol className="flex flex-wrap gap-x-2">
        {steps.map(({ name, path }, index) => (
          <li key={name} className="flex gap-x-2">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            {path ? (
              <a href={path} className="inline-block py-0.5">
                {name}
              </a>
            ) : (
              <span aria-current="page" className="inline-block py-0.5">
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
