import type { Author } from '@/lib/content/author'
import { Picture } from './picture'

/** An author's picture. Decorative, because the name is always next to it. */
export function Portrait({ author, size }: { author: Author; size: number }) {
  if (!author.image) return null
  return (
    <Picture
      src={author.image}
      alt=""
      width={size}
      height={size}
      sizes={`${size}px`}
      className="aspect-square rounded-full border-2 border-paper object-cover"
    />
  )
}
