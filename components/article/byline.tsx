import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { authorPath } from '@/lib/urls'

/** "Andre and The Inference desk", each name a link to the author's page. */
export function Byline({ people }: { people: PostCard['bylines'] }) {
  return people.map(({ id, name }, index) => (
    <span key={id}>
      {index === 0 ? '' : index === people.length - 1 ? ` ${messages.and} ` : ', '}
      <a href={authorPath(id)} rel="author">
        {name}
      </a>
    </span>
  ))
}
