import { words } from '@/lib/i18n/messages'
import type { PictureFacts } from '@/lib/render/lookups'
import type { PropsOf } from '@/lib/render/mdx-components'
import { hostOf, ownPicture } from '@/lib/render/safe-urls'
import { BodyImage } from './body-image'
import { EnlargeLink } from './enlarge-link'
import { OutsideLink } from './outside-link'

const sizes = {
  normal: '(min-width: 40rem) 34rem, 100vw',
  wide: '(min-width: 68rem) 40rem, (min-width: 40rem) 34rem, 100vw',
  full: '(min-width: 68rem) 46rem, 100vw',
}

/** A picture with caption and credit. One of another site is a link: pages ask nobody else for anything. */
export function Figure({
  src,
  alt,
  caption,
  credit,
  width = 'normal',
  size,
  plain,
}: PropsOf<'Figure'> & { size?: PictureFacts; plain?: boolean }) {
  const own = ownPicture(src)
  const picture = <BodyImage {...{ src, alt, size, plain }} sizes={sizes[width]} />
  return (
    <figure className={`figure figure-${width}`}>
      {own && plain ? (
        picture
      ) : own ? (
        <EnlargeLink href={own}>{picture}</EnlargeLink>
      ) : (
        <p>
          <OutsideLink href={src}>{`${words.body.picture}: ${alt} (${hostOf(src)})`}</OutsideLink>
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
