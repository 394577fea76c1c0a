import { writeSync } from 'node:fs'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

// The child's half of job-pool.ts. Plain JavaScript, because Node starts it without a build, on a server as in a command.

/** @typedef {{ megabytes: number, cpuSeconds: number }} Limits */

/**
 * Answers the jobs of the parent process, one at a time: `{ id, task, input }` in, `{ id, result }` or `{ id, error }` out.
 * Call it once, in the main thread of a process that job-pool.ts started.
 *
 * @param {Record<string, (input: any) => unknown>} tasks
 */
export function serveJobs(tasks) {
  const limits = JSON.parse(process.argv[2] ?? '{}')
  const jobs = new Int32Array(new SharedArrayBuffer(4))
  // In a thread of its own, so that it also ends a task that never gives back the main thread.
  new Worker(new URL(import.meta.url), {
    workerData: { watchdog: true, limits, jobs, parent: process.ppid },
  })
  // Whatever goes wrong from here on is about a job, not about starting.
  process.send?.({ ready: true })
  process.on('message', async (/** @type {any} */ { id, task, input }) => {
    Atomics.add(jobs, 0, 1)
    try {
      const run = tasks[task]
      if (!run) throw new Error(`There is no task "${task}".`)
      process.send?.({ id, result: await run(input) })
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
  // Not process.exit: it would wait for a drawing that another thread is busy with.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}

/** @param {{ limits: Limits, jobs: Int32Array, parent: number }} data */
function watch({ limits, jobs, parent }) {
  let job = -1
  let start = process.cpuUsage()
  const end = (/** @type {string} */ reason) => {
    if (reason) writeSync(2, `\nlimit: ${reason}\n`)
    process.kill(process.pid, 'SIGKILL')
  }
  setInterval(() => {
    // Another parent than at the start: ours has ended.
    if (process.ppid !== parent) end('')
    if (process.memoryUsage.rss() > limits.megabytes * 2 ** 20) end('memory')
    const current = Atomics.load(jobs, 0)
    if (current !== job) {
      job = current
      start = process.cpuUsage()
    }
    const { user, system } = process.cpuUsage(start)
    if (job > 0 && user + system > limits.cpuSeconds * 1e6) end('cpu')
  }, 100)
}

if (!isMainThread && workerData?.watchdog) watch(workerData)
