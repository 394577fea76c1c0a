import type { Story } from '@/lib/content/summary'
import { Picture, preloadPicture } from '../layout/picture'
import { EnlargeLink } from '../mdx/enlarge-link'

/** The largest thing that a reader sees first. Of no use in what `Still` renders. */
export function preloadLeadPicture(story: Story) {
  const picture = leadOf(story)
  if (picture) preloadPicture(picture)
}

/** The article's main picture, whole, with caption and credit. Nothing where there is none. */
export function LeadPicture({ story }: { story: Story }) {
  const { image } = story
  const picture = leadOf(story)
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

function leadOf({ image, pictureSize }: Story) {
  if (!image || !pictureSize) return undefined
  const sizes = '(min-width: 68rem) 58rem, 100vw'
  return { src: image.src, alt: image.alt, ...pictureSize, sizes, eager: true, className: 'h-auto w-full' }
}
