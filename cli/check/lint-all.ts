import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { LintResult } from '@/lib/lint/lint-file'

type Progress = (done: number) => void

/** For fewer files, starting another process takes longer than it saves. */
const minFilesForChildren = 1000
const batch = 50

/** Reads and lints files in posts/, a large newsroom's on all cores. Sorted by path. */
export async function lintAll(root: string, paths: string[], onProgress: Progress): Promise<LintResult[]> {
  const parts = paths.length < minFilesForChildren ? 1 : Math.min(8, availableParallelism())
  const found =
    parts === 1
      ? await lintInProcess(root, paths, onProgress)
      : await lintInChildren(root, paths, parts, onProgress)
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function lintInProcess(root: string, paths: string[], onProgress: Progress): Promise<LintResult[]> {
  // Imported here, because a process that delegates the work does not need it.
  const [{ lintAt: examineAt }, { loadTools }] = await Promise.all([
    import('./lint-at'),
    import('./dictionary'),
  ])
  const tools = await loadTools(root)
  const found: LintResult[] = []
  for (const path of paths) {
    found.push(await examineAt(root, path, tools))
    if (found.length % batch === 0) onProgress(found.length)
  }
  return found
}

/** Processes and not threads: tsx teaches a process to read TypeScript, but on Node 20 not a thread. */
async function lintInChildren(
  root: string,
  paths: string[],
  parts: number,
  onProgress: Progress,
): Promise<LintResult[]> {
  const waiting = [...paths]
  const found: LintResult[] = []
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(new URL('lint-child.ts', import.meta.url)), [root], {
        serialization: 'advanced',
      })
      let sent = 1
      child.on('message', (examined: LintResult[]) => {
        found.push(...examined)
        onProgress(found.length)
        sent -= 1
        // Two batches per child, so that it never waits for this process.
        for (; sent < 2 && waiting.length > 0; sent++) child.send(waiting.splice(0, batch))
        if (sent === 0) child.disconnect()
      })
      child.on('error', reject)
      child.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`A process of the check exited with code ${code}.`)),
      )
    })
  await Promise.all(Array.from({ length: parts }, work))
  return found
}
