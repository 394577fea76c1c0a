import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { jest } from '@jest/globals'

jest.setTimeout(600_000)

/** In a process with a heap of 64 MB; the cache may have 16. */
const fill = (...cache: string[]) =>
  spawnSync(process.execPath, ['--max-old-space-size=64', '__tests__/fixtures/tiny-entries.cjs', ...cache], {
    encoding: 'utf8',
  })

test('P7: answers of a few bytes do not fill more memory than the cache may have', () => {
  expect(fill(resolve('lib/next/data-cache.cjs')).stdout.trim()).toBe('0:"$undefined"')
})

test('Next still counts them too small; once it does not, lib/next/data-cache.cjs need not lengthen keys', () => {
  const own = createRequire(resolve('package.json')).resolve('next/dist/server/lib/cache-handlers/default')
  expect(fill(own, 'createDefaultCacheHandler').stderr).toContain('heap out of memory')
})
