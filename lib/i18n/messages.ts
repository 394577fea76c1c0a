import { site } from '@/site.config'
import { german } from './de'
import { english, type Messages } from './en'

/** One file per language, by language code. */
const languages: Record<string, Messages> = { de: german, en: english }

/** The interface messages in the publication's language; English if there is no file for that language. */
export const messages: Messages = languages[site.language.split('-')[0] ?? ''] ?? english
