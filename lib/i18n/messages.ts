import { site } from '@/site.config'
import { german } from './de'
import { english, type Words } from './en'

/** One file per language, by its code. */
const languages: Record<string, Words> = { de: german, en: english }

/** The words of the interface in the publication's language, English where there is no file for it. */
export const words: Words = languages[site.language.split('-')[0] ?? ''] ?? english
