import { messages } from '@/lib/i18n/messages'
import type { PictureSize } from '@/lib/render/lookups'
import type { PropsOf } from '@/lib/render/mdx-components'
import { displayHost, isExternalLink } from '@/lib/render/safe-urls'
import { playerUrl } from '@/lib/render/video-embed'
import { BodyImage } from './body-image'

/**
 * A video of this site plays in place and loads on demand; its captions are the .vtt file next to it. A video on another
 * site is a link with its poster, which the player replaces on click (components/reader/play-video.ts), so nothing is loaded
 * from that host before.
 */
export function Video({
  src,
  title,
  poster,
  size,
  plain,
}: PropsOf<'Video'> & { size?: PictureSize; plain?: boolean }) {
  if (!isExternalLink(src)) {
    return (
      <figure className="video">
        <video controls preload="none" poster={poster} src={src} aria-label={title}>
          <track kind="captions" src={src.replace(/\.\w+$/, '.vtt')} />
        </video>
        <figcaption>{title}</figcaption>
      </figure>
    )
  }
  const host = displayHost(src)
  return (
    <figure className="video">
      <a
        href={src}
        rel="noopener external"
        className="external"
        data-player={plain ? undefined : playerUrl(src)}
      >
        {poster && <BodyImage src={poster} alt="" {...{ size, plain }} />}
        <span className="video-title">{title}</span>{' '}
        <span className="video-host">{messages.body.watchOn(host)}</span>
      </a>
      {plain ? null : <figcaption>{messages.body.videoPrivacy(host)}</figcaption>}
    </figure>
  )
}
