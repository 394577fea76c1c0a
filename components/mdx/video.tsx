import { words } from '@/lib/i18n/messages'
import type { PictureFacts } from '@/lib/render/lookups'
import type { PropsOf } from '@/lib/render/mdx-components'
import { hostOf, leavesSite } from '@/lib/render/safe-urls'
import { playerOf } from '@/lib/render/video-embed'
import { BodyImage } from './body-image'

/**
 * A video of the site plays where it stands and loads when it is asked to; its captions are the .vtt file beside it.
 * One elsewhere is a link with its poster, and with script the player takes its place (components/reader/videos.ts):
 * nothing is asked of that host before the reader follows it.
 */
export function Video({
  src,
  title,
  poster,
  size,
  plain,
}: PropsOf<'Video'> & { size?: PictureFacts; plain?: boolean }) {
  if (!leavesSite(src)) {
    return (
      <figure className="video">
        <video controls preload="none" poster={poster} src={src} aria-label={title}>
          <track kind="captions" src={src.replace(/\.\w+$/, '.vtt')} />
        </video>
        <figcaption>{title}</figcaption>
      </figure>
    )
  }
  const host = hostOf(src)
  return (
    <figure className="video">
      <a
        href={src}
        rel="noopener external"
        className="external"
        data-player={plain ? undefined : playerOf(src)}
      >
        {poster && <BodyImage src={poster} alt="" {...{ size, plain }} />}
        <span className="video-title">{title}</span>{' '}
        <span className="video-host">{words.body.watchOn(host)}</span>
      </a>
      {plain ? null : <figcaption>{words.body.loadsFrom(host)}</figcaption>}
    </figure>
  )
}
