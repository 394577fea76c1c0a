import type { Story } from '@/lib/content/story'
import { EnlargeLink } from './mdx/enlarge-link'
import { Picture } from './picture'

/** The article's main picture, whole, with caption and credit. Nothing where there is none. */
export function LeadPicture({ story }: { story: Story }) {
  const { image, pictureSize } = story
  if (!image || !pictureSize) return null
  return (
    <figure className="lead-picture">
      <EnlargeLink href={image.src}>
        <Picture
          src={image.src}
          alt={image.alt}
          {...pictureSize}
          sizes="(min-width: 68rem) 58rem, 100vw"
          eager
          className="h-auto w-full"
        />
      </EnlargeLink>
      {image.caption || image.credit ? (
        <figcaption className="meta">
          {image.caption} {image.credit ? <span className="whitespace-nowrap">{image.credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}
