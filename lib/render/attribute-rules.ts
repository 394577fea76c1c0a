import type { PropRule } from './mdx-components'
import { isAllowedLink, isExternalLink, sitePicturePath } from './safe-urls'

/** What is wrong with a prop's value and what to write instead, as the end of a sentence; undefined when it is right. */
export function describePropError(rule: PropRule, value: string): string | undefined {
  if (rule.required && value.trim() === '') return 'is empty. Write a value.'
  switch (rule.is) {
    case 'text':
      if (value.length > rule.most)
        return `has ${value.length} characters. Shorten it to ${rule.most} at most.`
      return /\p{Cc}/u.test(value.replace(/\s/g, '')) ? 'holds control characters. Type it again.' : undefined
    case 'one of':
      return rule.values.includes(value)
        ? undefined
        : `is "${value}". Write ${formatAlternatives(rule.values)}.`
    case 'slug':
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
        ? undefined
        : 'is not a slug. Write the last part of the address of the story.'
    case 'picture':
      return isPicturePath(value) || isHttpsUrl(value)
        ? undefined
        : 'is not a picture. Write its path, like /assets/images/name.svg, or its https address.'
    case 'own picture':
      return isPicturePath(value)
        ? undefined
        : 'is not a picture of the site. Write a path like /assets/images/name.jpg.'
    case 'address':
      return /^\/(?![/\\])/.test(value) || isHttpsUrl(value)
        ? undefined
        : 'is not an address. Write https://… or a path of the site that begins with /.'
    case 'video':
      return isVideo(value)
        ? undefined
        : 'is not a video. Write the https address of a YouTube or Vimeo page, or the path of an .mp4 or .webm file.'
  }
}

/** `"a", "b" or "c"` */
export function formatAlternatives(values: readonly string[]): string {
  return values
    .map((value) => `"${value}"`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1')
}

function isPicturePath(value: string): boolean {
  return (
    value.length <= 500 &&
    !isExternalLink(value) &&
    /^\/?assets\/[^\s\\]+$/.test(value) &&
    sitePicturePath(value) !== undefined
  )
}

function isHttpsUrl(value: string): boolean {
  return value.length <= 2000 && /^https:\/\/[^\s\\]+$/.test(value) && isAllowedLink(value)
}

const videoHosts = [
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'youtu.be',
  'vimeo.com',
  'player.vimeo.com',
]

function isVideo(value: string): boolean {
  if (/^\/(?![/\\])[^\s\\?#]+\.(mp4|webm)$/.test(value)) return sitePicturePath(value) !== undefined
  return isHttpsUrl(value) && videoHosts.includes(new URL(value).host)
}
