import { homePath } from '@/lib/urls'
import { site } from '@/site.config'
import { Logo } from './logo'

/** The publication's name with its logo, as a link to the front page. */
export function Wordmark({ className }: { className: string }) {
  return (
    <a href={homePath()} className={`wordmark ${className}`}>
      <Logo />
      {site.name}
    </a>
  )
}
