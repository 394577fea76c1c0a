import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'

export type Limits = {
  /** Child processes at the same time. Each does one job at a time. */
  workers: number
  /** Jobs that may wait for a child, and for how long; anything beyond is refused with a PoolBusyError. */
  waiting: number
  waitSeconds: number
  /** What one child may use. Beyond that it is killed, and the job fails with a JobKilledError. */
  megabytes: number
  /** Processor time of one job: does not depend on what else the machine is doing. */
  cpuSeconds: number
  /** Time of one job by the clock, for a job that only sleeps. */
  wallSeconds: number
  /** After so long without a job, a child ends and gives back its memory. */
  idleSeconds: number
}

/** Too many jobs are waiting. Nothing was tried; ask again after `retryAfter` seconds. */
export class PoolBusyError extends Error {
  override name = 'PoolBusyError'
  retryAfter = 5
}

/** The task itself threw: the input is broken, of another kind, too large. */
export class JobFailedError extends Error {
  override name = 'JobFailedError'
}

/** The child was killed at a limit (cpu, time, memory), or died twice while it did this job (crash). */
export class JobKilledError extends Error {
  override name = 'JobKilledError'
  /** `what` goes on after "the job": "took more than 8 seconds of processor time". */
  constructor(
    readonly reason: 'cpu' | 'time' | 'memory' | 'crash',
    readonly what: string,
  ) {
    super(`The job ${what}.`)
  }
}

export type JobOptions = {
  /**
   * What the outcome depends on, as the path, size and time of a file. A job with an identity that failed is not tried again
   * for ten minutes, then twice as long, up to a day; and two jobs with the same identity never run at once. Jobs whose identity
   * never had a result leave one worker to those of which nothing bad is to be expected.
   */
  identity?: string
  /** In place of the pool's `wallSeconds`. */
  wallSeconds?: number
  /** Waits as long as it takes. For a caller that asks for one thing after the other, and has no reader. */
  isPatient?: boolean
}

type Job = JobOptions & {
  task: string
  input: unknown
  tries: number
  giveUpWaiting?: NodeJS.Timeout
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

type Child = {
  process: ChildProcess
  job?: Job
  id: number
  stderr: string
  killedFor?: 'time'
  /** Whether it ever said that it takes jobs. */
  isReady: boolean
  timer?: NodeJS.Timeout
}

const maxRemembered = { failed: 1_000, done: 10_000 }
const [first, longest] = [10 * 60_000, 24 * 3_600_000]
const shell = existsSync('/bin/sh') ? '/bin/sh' : undefined

/**
 * Runs tasks in child processes that can be killed, which a promise and a thread of libuv cannot. `worker` is a file that
 * calls serveJobs(). Children are started when there is something to do.
 */
export class JobPool {
  private readonly children = new Set<Child>()
  private queue: Job[] = []
  private readonly done = new Set<string>()
  private readonly failures = new Map<string, { error: Error; until: number; pause: number }>()

  constructor(
    private readonly worker: string,
    private readonly limits: Limits,
  ) {}

  /** The result of a task. Throws PoolBusyError, JobFailedError or JobKilledError. */
  run<Result>(task: string, input: unknown, options: JobOptions = {}): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const failed = this.rememberedFailure(options.identity)
      if (failed) return reject(failed)
      const job: Job = {
        ...options,
        task,
        input,
        tries: 0,
        resolve: resolve as Job['resolve'],
        reject,
      }
      this.queue.push(job)
      this.startNext()
      if (job.isPatient || !this.queue.includes(job)) return
      if (this.queue.length > this.limits.waiting) {
        this.queue = this.queue.filter((other) => other !== job)
        return reject(new PoolBusyError('Too many jobs are waiting. Ask again later.'))
      }
      job.giveUpWaiting = setTimeout(() => {
        this.queue = this.queue.filter((other) => other !== job)
        reject(
          new PoolBusyError(`No worker was free within ${this.limits.waitSeconds} seconds. Ask again later.`),
        )
      }, this.limits.waitSeconds * 1000)
    })
  }

  /** The process ids of the children that are there now. */
  pids(): number[] {
    return [...this.children].flatMap(({ process: { pid } }) => pid ?? [])
  }

  /** Kills the children. Jobs that run or wait are refused. */
  close(): void {
    const unfinished = [...this.queue, ...[...this.children].flatMap(({ job }) => job ?? [])]
    this.queue = []
    for (const child of this.children) {
      clearTimeout(child.timer)
      child.job = undefined
      child.process.kill('SIGKILL')
    }
    this.children.clear()
    for (const job of unfinished) {
      clearTimeout(job.giveUpWaiting)
      job.reject(new PoolBusyError('The workers are being ended.'))
    }
  }

  private startNext(): void {
    const running = new Set([...this.children].flatMap(({ job }) => job?.identity ?? []))
    const isUntried = ({ identity }: Job) => identity !== undefined && !this.done.has(identity)
    const mostUntried = Math.max(1, this.limits.workers - 1)
    let untried = [...this.children].filter(({ job }) => job && isUntried(job)).length
    for (const job of [...this.queue]) {
      const failed = this.rememberedFailure(job.identity)
      const waitsForTwin = !failed && job.identity !== undefined && running.has(job.identity)
      if (waitsForTwin || (!failed && isUntried(job) && untried >= mostUntried)) continue
      const child = failed ? undefined : this.freeChild()
      if (!failed && !child) return
      this.queue = this.queue.filter((other) => other !== job)
      clearTimeout(job.giveUpWaiting)
      if (failed) job.reject(failed)
      else if (child) {
        if (job.identity !== undefined) running.add(job.identity)
        if (isUntried(job)) untried++
        this.start(child, job)
      }
    }
  }

  private freeChild(): Child | undefined {
    for (const child of this.children) if (!child.job) return child
    return this.children.size < this.limits.workers ? this.startChild() : undefined
  }

  private start(child: Child, job: Job): void {
    clearTimeout(child.timer)
    child.job = job
    child.id++
    job.tries++
    child.process.ref()
    child.process.channel?.ref()
    child.timer = setTimeout(
      () => {
        child.killedFor = 'time'
        child.process.kill('SIGKILL')
      },
      (job.wallSeconds ?? this.limits.wallSeconds) * 1000,
    )
    // A child that has just died says so by its exit.
    child.process.send({ id: child.id, task: job.task, input: job.input }, () => {})
  }

  private startChild(): Child {
    const child: Child = { process: this.spawn(), id: 0, stderr: '', isReady: false }
    this.children.add(child)
    child.process.on(
      'message',
      (message: { ready?: true; id?: number; result?: unknown; error?: string }) => {
        if (message.ready) child.isReady = true
        const { job } = child
        if (message.id !== child.id || !job) return
        this.rest(child)
        if (message.error === undefined) this.settleDone(job, message.result)
        else job.reject(this.remember(job, new JobFailedError(message.error)))
        this.startNext()
      },
    )
    child.process.stderr?.on('data', (text) => {
      child.stderr = (child.stderr + text).slice(-2000)
    })
    child.process.once('error', (error) => this.bury(child, error.message))
    // "close" and not "exit": only then has everything been read that the child wrote.
    child.process.once('close', (code, signal) => this.bury(child, `${signal ?? `exit code ${code}`}`))
    return child
  }

  private spawn(): ChildProcess {
    const { megabytes, cpuSeconds } = this.limits
    const node = [process.execPath, `--max-old-space-size=${Math.ceil(megabytes / 2)}`, this.worker]
    const args = [...node, JSON.stringify({ megabytes, cpuSeconds })]
    // The child looks at its own memory ten times a second. The kernel's limit is for one that takes more in between: it
    // counts what is mapped and not yet used, too, and is therefore wider. Under pressure the child goes before the server.
    const prelude = `echo 1000 2>/dev/null >/proc/self/oom_score_adj; ulimit -c 0; ulimit -d ${(megabytes + 512) * 1024} 2>/dev/null; exec "$@"`
    const [program = '', ...rest] = shell ? [shell, '-c', prelude, 'sh', ...args] : args
    // Otherwise the bundler takes whatever may be started for a file to deploy: all of them.
    const child = spawn(/* turbopackIgnore: true */ program, rest, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: environment(),
    })
    child.unref()
    child.channel?.unref()
    const stderr = child.stderr as { unref?: () => void } | null
    stderr?.unref?.()
    if (child.pid !== undefined) lowerPriority(child.pid)
    return child
  }

  private rest(child: Child): void {
    clearTimeout(child.timer)
    child.job = undefined
    child.process.unref()
    child.process.channel?.unref()
    child.timer = setTimeout(() => child.process.kill('SIGKILL'), this.limits.idleSeconds * 1000)
    child.timer.unref()
  }

  private bury(child: Child, how: string): void {
    if (!this.children.delete(child)) return
    clearTimeout(child.timer)
    const { job } = child
    if (job) this.settleKilled(job, child, how)
    this.startNext()
  }

  private settleDone(job: Job, result: unknown): void {
    job.resolve(result)
    if (job.identity === undefined) return
    this.failures.delete(job.identity)
    this.done.add(job.identity)
    const [oldest] = this.done
    if (this.done.size > maxRemembered.done && oldest !== undefined) this.done.delete(oldest)
  }

  private settleKilled(job: Job, child: Child, how: string): void {
    const limit = child.killedFor ?? /limit: (cpu|memory)/.exec(child.stderr)?.[1]
    const reason = limit === 'time' || limit === 'cpu' || limit === 'memory' ? limit : 'crash'
    // Perhaps it was killed from outside, which says nothing of the job.
    if (reason === 'crash' && job.tries < 2) {
      this.queue.unshift(job)
      return
    }
    if (reason === 'crash' && !child.isReady) {
      job.reject(new Error(`${this.worker} cannot be started (${how}): ${child.stderr.trim()}`))
      return
    }
    const { cpuSeconds, megabytes, wallSeconds } = { ...this.limits, ...(job.wallSeconds ? job : {}) }
    const said = {
      cpu: `took more than ${cpuSeconds} seconds of processor time`,
      time: `took more than ${wallSeconds} seconds`,
      memory: `needed more than ${megabytes} MB of memory`,
      crash: `ended its process (${how}) ${child.stderr.trim().split('\n').at(-1) ?? ''}`.trim(),
    }
    job.reject(this.remember(job, new JobKilledError(reason, said[reason])))
  }

  private rememberedFailure(identity: string | undefined): Error | undefined {
    const known = identity === undefined ? undefined : this.failures.get(identity)
    return known && known.until > performance.now() ? known.error : undefined
  }

  private remember(job: Job, error: Error): Error {
    if (job.identity === undefined) return error
    const before = this.failures.get(job.identity)
    const pause = before ? Math.min(longest, before.pause * 2) : first
    // To the end of the line: the one that failed the longest ago is forgotten first.
    this.failures.delete(job.identity)
    this.failures.set(job.identity, { error, until: performance.now() + pause, pause })
    const [oldest] = this.failures.keys()
    if (this.failures.size > maxRemembered.failed && oldest !== undefined) this.failures.delete(oldest)
    return error
  }
}

/** The site's pages come before its pictures. */
function lowerPriority(pid: number): void {
  try {
    setPriority(pid, 5)
  } catch {
    // It ended already, or the system does not allow it.
  }
}

const passedVariables =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|LANG|LC_.*|TZ|LD_LIBRARY_PATH|FONTCONFIG_.*|XDG_.*|SystemRoot)$/i

/** No secrets of the server, and none of its options: `NODE_OPTIONS` limits the memory of a server. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => passedVariables.test(name))
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    // One job, one processor; and no memory kept for other threads.
    VIPS_CONCURRENCY: '1',
    UV_THREADPOOL_SIZE: '2',
    MALLOC_ARENA_MAX: '2',
  }
}
