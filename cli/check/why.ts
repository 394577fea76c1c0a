import type { Newsroom } from './newsroom'

export function whyNotShowing(_newsroom: Newsroom, _post: string): number {
  return 0
}
