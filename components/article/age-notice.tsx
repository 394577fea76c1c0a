import { words } from '@/lib/i18n/messages'

/** Old stories say so. `years` is how old in whole years; nothing is shown below the publication's limit. */
export function AgeNotice({ years }: { years: number | undefined }) {
  return years === undefined ? null : <p className="age-notice">{words.ageNotice(years)}</p>
}
