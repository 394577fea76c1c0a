import type { PostCard } from '@/lib/content/summary'
import { Picture, preloadPicture } from '../layout/picture'
import { EnlargeLink } from '../mdx/enlarge-link'

/** Preloads the lead picture, usually the largest element above the fold. Has no effect inside `StaticMarkup`. */
export function preloadLeadPicture(post: PostCard) {
  const picture = leadPictureProps(post)
  if (picture) preloadPicture(picture)
}

/** The article's main picture, uncropped, with caption and credit. Renders nothing if there is none. */
export function LeadPicture({ post }: { post: PostCard }) {
  const { image } = post
  const picture = leadPictureProps(post)
  if (!image || !picture) return null
  return (
    <figure className="lead-picture">
      <EnlargeLink href={image.src}>
        <Picture {...picture} />
      </EnlargeLink>
      {image.caption || image.credit ? (
        <figcaption className="meta">
          {image.caption} {image.credit ? <span className="whitespace-nowrap">{image.credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}

function leadPictureProps({ image, pictureSize }: PostCard) {
  if (!image || !pictureSize) return undefined
  const sizes = '(min-width: 68rem) 58rem, 100vw'
  return { src: image.src, alt: image.alt, ...pictureSize, sizes, eager: true, className: 'h-auto w-full' }
}
