import { messages } from '@/lib/i18n/messages'
import type { PictureSize } from '@/lib/render/lookups'
import type { PropsOf } from '@/lib/render/mdx-components'
import { displayHost, sitePicturePath } from '@/lib/render/safe-urls'
import { BodyImage } from './body-image'
import { EnlargeLink } from './enlarge-link'
import { ExternalLink } from './external-link'

const sizes = {
  normal: '(min-width: 40rem) 34rem, 100vw',
  wide: '(min-width: 68rem) 40rem, (min-width: 40rem) 34rem, 100vw',
  full: '(min-width: 68rem) 46rem, 100vw',
}

/** A picture with caption and credit. A picture on another site becomes a link, because pages load nothing from other hosts. */
export function Figure({
  src,
  alt,
  caption,
  credit,
  width = 'normal',
  size,
  plain,
}: PropsOf<'Figure'> & { size?: PictureSize; plain?: boolean }) {
  const own = sitePicturePath(src)
  const picture = <BodyImage {...{ src, alt, size, plain }} sizes={sizes[width]} />
  return (
    <figure className={`figure figure-${width}`}>
      {own && plain ? (
        picture
      ) : own ? (
        <EnlargeLink href={own}>{picture}</EnlargeLink>
      ) : (
        <p>
          <ExternalLink href={src}>{`${messages.body.picture}: ${alt} (${displayHost(src)})`}</ExternalLink>
        </p>
      )}
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <small className="credit">{credit}</small>}
        </figcaption>
      )}
    </figure>
  )
}
