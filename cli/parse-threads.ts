import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ParseWorkers } from '@/lib/store/sync/ingest'
import type { FileToParse, ParsedFile } from '@/lib/store/sync/parse-file'

// A thread does not inherit the loader that reads TypeScript: it has to be put there first.
const [tsx, script] = ['tsx/esm/api', './parse-thread.ts'].map((name) =>
  JSON.stringify(import.meta.resolve(name)),
)
const program = `import { register } from ${tsx}; register(); await import(${script})`
const entry = new URL(`data:text/javascript,${encodeURIComponent(program)}`)

/** Who stores takes half as long as who reads: more than these would wait. */
const maxThreads = 4

type Job = { files: FileToParse[]; resolve(found: ParsedFile[]): void; reject(error: Error): void }

/**
 * Threads that look into files, while the caller stores what they found. Each has one batch at a
 * time and takes the next from one queue. A thread that fails fails the batch it had, and all after it.
 */
export function startParseThreads(root: string): ParseWorkers {
  const queue: Job[] = []
  let failure: Error | undefined
  const threads = Array.from({ length: Math.min(availableParallelism(), maxThreads) }, () => begin())

  function begin() {
    const worker = new Worker(entry, { workerData: { root } })
    const thread = { worker, job: undefined as Job | undefined }
    worker.on('message', (found: ParsedFile[]) => {
      thread.job?.resolve(found)
      thread.job = undefined
      next()
    })
    const fail = (error: Error) => {
      failure ??= error
      for (const job of [thread.job, ...queue.splice(0)]) job?.reject(failure)
      thread.job = undefined
    }
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('A thread that reads files has ended.')))
    return thread
  }
  function next() {
    for (const thread of threads) {
      if (thread.job) continue
      thread.job = queue.shift()
      if (thread.job) thread.worker.postMessage(thread.job.files)
    }
  }
  return {
    parseFiles: (files) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure)
        queue.push({ files, resolve, reject })
        next()
      }),
    concurrency: threads.length * 2,
    close: async () => void (await Promise.all(threads.map(({ worker }) => worker.terminate()))),
  }
}
