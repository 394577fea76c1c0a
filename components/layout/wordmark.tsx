import { homePath } from '@/lib/urls'
import { site } from '@/site.config'
import { Mark } from './logo'

/** The name of the publication with its mark: three dots, the sign for "therefore". */
export function Wordmark({ className }: { className: string }) {
  return (
    <a href={homePath()} className={`wordmark ${className}`}>
      <Mark />
      {site.name}
    </a>
  )
}
