import { site } from '@/site.config'
import type { Summary } from '../content/summary'
import { daySeconds } from './lifetimes'

/** How many whole years old a story is, where that is enough to say so; never for a standing page. */
export function ageInYears({ layout, published }: Pick<Summary, 'layout' | 'published'>, now: number) {
  const years = Math.floor((now - Date.parse(published)) / (365.2425 * daySeconds * 1000))
  return layout === 'post' && years >= site.oldAfterYears ? years : undefined
}
