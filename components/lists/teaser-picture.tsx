import type { PostCard } from '@/lib/content/summary'
import { articlePath } from '@/lib/urls'
import { focalPointClass } from '../layout/focal-point-class'
import { Picture } from '../layout/picture'

/** Screen readers and keyboards use the link in the headline, so the picture's link is hidden from them. */
const hiddenLink = { tabIndex: -1, 'aria-hidden': true }

/** The picture of a teaser, cropped around its focal point. Renders nothing if the post has none. */
export function TeaserPicture({ post, sizes, eager }: { post: PostCard; sizes: string; eager: boolean }) {
  const { image, pictureSize } = post
  if (!image || !pictureSize) return null
  return (
    <a href={articlePath(post.slug)} {...hiddenLink} className="teaser-picture">
      <Picture
        src={image.src}
        alt=""
        {...pictureSize}
        sizes={sizes}
        eager={eager}
        className={focalPointClass(image.focalPoint)}
      />
    </a>
  )
}
