import { messages } from '@/lib/i18n/messages'

/** A notice on old posts. `years` is the age in whole years, undefined below the limit set in site.config.ts. */
export function AgeNotice({ years }: { years: number | undefined }) {
  return years === undefined ? null : <p className="age-notice">{messages.ageNotice(years)}</p>
}
