import type { Post } from '@/lib/content/post'
import { site } from '@/site.config'

/** The language of a post as BCP 47 has it, without its region: `pt` for `pt-BR`. */
export const languageOf = ({ lang = site.language }: Pick<Post, 'lang'>) =>
  lang.toLowerCase().split('-', 1)[0] ?? ''

/** Rules about words know English: "vous vous levez" is no slip, and „diese Zeichen“ are no others' quotes. */
export const isEnglish = (post: Pick<Post, 'lang'>) => languageOf(post) === 'en'
