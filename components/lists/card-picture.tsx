import type { Story } from '@/lib/content/summary'
import { articlePath } from '@/lib/urls'
import { focusClass } from '../layout/focus-class'
import { Picture } from '../layout/picture'

/** The headline beside the picture is the link that is spoken and reached by keyboard. */
const unspoken = { tabIndex: -1, 'aria-hidden': true }

/** The picture of a story in a list, cropped around its focal point. Nothing where there is none. */
export function StoryPicture({ story, sizes, eager }: { story: Story; sizes: string; eager: boolean }) {
  const { image, pictureSize } = story
  if (!image || !pictureSize) return null
  return (
    <a href={articlePath(story.slug)} {...unspoken} className="story-picture">
      <Picture
        src={image.src}
        alt=""
        {...pictureSize}
        sizes={sizes}
        eager={eager}
        className={focusClass(image.focalPoint)}
      />
    </a>
  )
}
