import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Examined } from '@/lib/lint/lint-file'

type Progress = (done: number) => void

/** Below this, starting another process takes longer than it saves. */
const worthwhile = 1000
const batch = 50

/** Reads and checks files of posts/: a large newsroom's on all cores. In the order of the paths. */
export async function examineAll(root: string, paths: string[], onProgress: Progress): Promise<Examined[]> {
  const parts = paths.length < worthwhile ? 1 : Math.min(8, availableParallelism())
  const found =
    parts === 1 ? await here(root, paths, onProgress) : await there(root, paths, parts, onProgress)
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function here(root: string, paths: string[], onProgress: Progress): Promise<Examined[]> {
  // Loaded here: a process that leaves the work to others does without.
  const [{ examineAt }, { loadTools }] = await Promise.all([import('./lint-at'), import('./dictionary')])
  const tools = await loadTools(root)
  const found: Examined[] = []
  for (const path of paths) {
    found.push(await examineAt(root, path, tools))
    if (found.length % batch === 0) onProgress(found.length)
  }
  return found
}

/** Processes and not threads: tsx teaches a process to read TypeScript, but on Node 20 not a thread. */
async function there(
  root: string,
  paths: string[],
  parts: number,
  onProgress: Progress,
): Promise<Examined[]> {
  const waiting = [...paths]
  const found: Examined[] = []
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(new URL('examine-child.ts', import.meta.url)), [root], {
        serialization: 'advanced',
      })
      let sent = 1
      child.on('message', (examined: Examined[]) => {
        found.push(...examined)
        onProgress(found.length)
        sent -= 1
        // Two at a time, so that the other one never waits for this one.
        for (; sent < 2 && waiting.length > 0; sent++) child.send(waiting.splice(0, batch))
        if (sent === 0) child.disconnect()
      })
      child.on('error', reject)
      child.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`A part of the check ended with ${code}.`)),
      )
    })
  await Promise.all(Array.from({ length: parts }, work))
  return found
}
