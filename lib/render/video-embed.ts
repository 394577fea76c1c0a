/**
 * The address under which a film's host plays it in a frame, without cookies where the host offers that. Undefined for a
 * page of the host that is no film, such as a channel. The frames allowed stand in next.config.js.
 */
export function playerUrl(page: string): string | undefined {
  const { hostname, pathname, searchParams } = new URL(page)
  const [first = '', second = ''] = pathname.slice(1).split('/')
  if (hostname.endsWith('vimeo.com')) {
    const film = first === 'video' ? second : first
    // Films that are not listed carry a second part, without which they do not play.
    const unlisted = first === 'video' ? searchParams.get('h') : second
    const hash = unlisted && /^[0-9a-f]+$/.test(unlisted) ? `&h=${unlisted}` : ''
    return /^\d+$/.test(film) ? `https://player.vimeo.com/video/${film}?dnt=1&autoplay=1${hash}` : undefined
  }
  const named = ['embed', 'live', 'shorts'].includes(first) ? second : undefined
  const film = hostname === 'youtu.be' ? first : (named ?? searchParams.get('v') ?? '')
  const from = /^(\d+)s?$/.exec(searchParams.get('t') ?? '')?.[1]
  const start = from ? `&start=${from}` : ''
  return /^[\w-]{11}$/.test(film)
    ? `https://www.youtube-nocookie.com/embed/${film}?autoplay=1${start}`
    : undefined
}
