import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getStore } from '../store/current-index'
import * as status from '../store/queries/status'
import { isCurrent } from './freshness'

const tagsHeader = 'x-next-cache-tags'

/**
 * How many pages of the build are not what the index says now, so that they will be made anew when somebody asks for them; with the
 * build's id and when the index was synced. Undefined where there is no index or no build. Reads a small file for each page.
 */
export function findOutdatedPages(
  root: string,
): { pages: number; buildId: string; synced?: string } | undefined {
  try {
    const built = join(/* turbopackIgnore: true */ root, '.next')
    const buildId = readFileSync(join(/* turbopackIgnore: true */ built, 'BUILD_ID'), 'utf8').trim()
    const { routes } = JSON.parse(
      readFileSync(join(/* turbopackIgnore: true */ built, 'prerender-manifest.json'), 'utf8'),
    )
    const outdated = Object.keys(routes).filter((route) => !isCurrent(tagsOf(built, route)))
    return { pages: outdated.length, buildId, synced: status.storeStatus(getStore(), Date.now()).synced }
  } catch {
    return undefined
  }
}

/** The cache tags of a page of the build; none for what has no file of its own. */
function tagsOf(built: string, route: string): string[] {
  try {
    const path = join(
      /* turbopackIgnore: true */ built,
      'server/app',
      `${route === '/' ? '/index' : route}.meta`,
    )
    const { headers } = JSON.parse(readFileSync(path, 'utf8'))
    return String(headers?.[tagsHeader] ?? '').split(',')
  } catch {
    return []
  }
}
