import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { jest } from '@jest/globals'
import { JobPool, type Limits, PoolBusyError } from '@/lib/images/job-pool'

const worker = path.join(process.cwd(), '__tests__/fixtures/job-worker.mjs')
const usual: Limits = {
  ...{ workers: 2, waiting: 200, waitSeconds: 120, idleSeconds: 60 },
  ...{ megabytes: 250, cpuSeconds: 1, wallSeconds: 60 },
}
let pool: JobPool
const start = (limits: Partial<Limits> = {}) => {
  pool = new JobPool(worker, { ...usual, ...limits })
  return pool
}
// Not one of these is quick on a busy machine: a processor second takes as long as it takes.
jest.setTimeout(300_000)
afterEach(() => pool.close())

/** A file to which the fixture's jobs write a line when they start. */
const newLog = () => {
  const log = path.join(mkdtempSync(path.join(tmpdir(), 'jobs-')), 'log')
  writeFileSync(log, '')
  return log
}
const starts = (log: string) => readFileSync(log, 'utf8').split('\n').filter(Boolean)

const isThere = (pid: number) => {
  try {
    // A process that nobody has waited for yet is there by its id, but does nothing.
    return !execFileSync('ps', ['-o', 'stat=', '-p', `${pid}`], { encoding: 'utf8' }).startsWith('Z')
  } catch {
    return false
  }
}
async function until(condition: () => boolean) {
  while (!condition()) await sleep(50)
}

test('P18: a job that spins for ever is killed, is not tried again, and the next job is done', async () => {
  start({ workers: 1 })
  const log = newLog()
  const spin = () => pool.run('spin', { log }, { identity: 'a' })
  await expect(spin()).rejects.toMatchObject({ name: 'JobKilledError', reason: 'cpu' })
  for (const pid of starts(log)) expect(isThere(Number(pid))).toBe(false)
  await expect(spin()).rejects.toMatchObject({ reason: 'cpu' })
  expect(starts(log)).toHaveLength(1)
  expect(await pool.run('echo', { value: 5 })).toBe(5)
  // The file has changed: its identity is another.
  await expect(pool.run('spin', { log }, { identity: 'b' })).rejects.toMatchObject({ reason: 'cpu' })
  expect(starts(log)).toHaveLength(2)
})

test('P18: a job that only waits is killed by the clock', async () => {
  start({ workers: 1, wallSeconds: 8 })
  await expect(pool.run('sleepForEver', {})).rejects.toMatchObject({ reason: 'time' })
  expect(await pool.run('echo', { value: 'next' })).toBe('next')
})

test('P18: a job that eats memory is killed, and the next job is done', async () => {
  start({ workers: 1, cpuSeconds: 60 })
  await expect(pool.run('eat', {}, { identity: 'a' })).rejects.toMatchObject({ name: 'JobKilledError' })
  expect(await pool.run('echo', { value: 'next' })).toBe('next')
})

test('P18: a job that crashes its process is tried twice and not again', async () => {
  start()
  const log = newLog()
  const crash = () => pool.run('crash', { log }, { identity: 'a' })
  await expect(crash()).rejects.toMatchObject({ reason: 'crash' })
  await expect(crash()).rejects.toMatchObject({ reason: 'crash' })
  expect(starts(log)).toHaveLength(2)
  expect(await pool.run('echo', { value: 'next' })).toBe('next')
})

test('a child killed from outside does not fail its job', async () => {
  start({ workers: 1 })
  const log = newLog()
  const job = pool.run('wait', { log, milliseconds: 500 }, { identity: 'a' })
  await until(() => starts(log).length === 1)
  process.kill(Number(starts(log)[0]), 'SIGKILL')
  await job
  expect(starts(log)).toHaveLength(2)
})

test('a worker that cannot be started is not the fault of a file', async () => {
  pool = new JobPool('/none/worker.mjs', usual)
  const job = () => pool.run('echo', { value: 1 }, { identity: 'a' })
  for (const _ of [1, 2]) await expect(job()).rejects.toThrow('/none/worker.mjs cannot be started')
  await expect(job()).rejects.not.toMatchObject({ name: 'JobKilledError' })
})

test('an error that a task throws keeps its words, and the file is not opened again', async () => {
  start()
  const log = newLog()
  const fail = () => pool.run('fail', { log }, { identity: 'a' })
  for (const _ of [1, 2])
    await expect(fail()).rejects.toMatchObject({ name: 'JobFailedError', message: 'This file is broken.' })
  expect(starts(log)).toHaveLength(1)
})

test('P18: of a hundred jobs at once no more run than there are workers; too many are refused at once', async () => {
  start({ waiting: 60 })
  const jobs = Array.from({ length: 100 }, (_, value) => pool.run('echo', { value }))
  expect(pool.pids()).toHaveLength(2)
  const outcomes = await Promise.allSettled(jobs)
  const done = outcomes.filter(({ status }) => status === 'fulfilled')
  expect(done).toHaveLength(62)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(PoolBusyError)
})

test('P18: a job that waits too long is refused, and refused jobs do not run later', async () => {
  start({ workers: 1, waitSeconds: 0.2, cpuSeconds: 2 })
  const log = newLog()
  const spin = pool.run('spin', {})
  await expect(pool.run('echo', { log, value: 1 })).rejects.toBeInstanceOf(PoolBusyError)
  await expect(spin).rejects.toMatchObject({ reason: 'cpu' })
  expect(await pool.run('echo', { value: 2 })).toBe(2)
  expect(starts(log)).toEqual([])
})

test('P18: many requests for one bad file hold one worker, and all end with it', async () => {
  start()
  const log = newLog()
  const bad = Promise.allSettled(
    Array.from({ length: 50 }, () => pool.run('spin', { log }, { identity: 'a' })),
  )
  expect(await pool.run('echo', { value: 'good' })).toBe('good')
  expect((await bad).filter(({ status }) => status === 'rejected')).toHaveLength(50)
  expect(starts(log)).toHaveLength(1)
})

test('P18: bad files together leave one worker to jobs of which nothing bad is known', async () => {
  start({ workers: 3, cpuSeconds: 2 })
  const log = newLog()
  const known = () => pool.run('echo', { value: 'known' }, { identity: 'known' })
  await known()
  const spins = ['a', 'b', 'c', 'd'].map((identity) => pool.run('spin', { log }, { identity }))
  const bad = Promise.allSettled(spins)
  await until(() => starts(log).length === 2)
  expect(await pool.run('echo', { value: 'own' })).toBe('own')
  expect(await known()).toBe('known')
  expect(starts(log)).toHaveLength(2)
  for (const outcome of await bad) expect(outcome.status).toBe('rejected')
})

test('children end when there is nothing to do, and do not know the secrets of the server', async () => {
  start({ idleSeconds: 0.1 })
  process.env.PUBLISH_SECRET = 'hush'
  const environment = await pool.run<Record<string, string>>('environment', {})
  delete process.env.PUBLISH_SECRET
  expect(Object.keys(environment)).not.toContain('PUBLISH_SECRET')
  expect(environment.PATH).toBe(process.env.PATH)
  const pids = pool.pids()
  expect(pids).toHaveLength(1)
  await until(() => pids.every((pid) => !isThere(pid)) && pool.pids().length === 0)
})

test('P18: when the parent is killed, its children end, also one that spins', async () => {
  start()
  const log = newLog()
  // A parent that never waits for its children, which a real pool would kill at their limits.
  const parent = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--eval',
      `import { JobPool } from ${JSON.stringify(path.join(process.cwd(), 'lib/images/job-pool.ts'))}
       const pool = new JobPool(${JSON.stringify(worker)}, ${JSON.stringify({ ...usual, cpuSeconds: 600, wallSeconds: 600 })})
       pool.run('spin', { log: ${JSON.stringify(log)} })
       pool.run('wait', { log: ${JSON.stringify(log)}, milliseconds: 600_000 })`,
    ],
    { stdio: 'inherit' },
  )
  await until(() => starts(log).length === 2)
  const children = starts(log).map(Number)
  expect(children.every(isThere)).toBe(true)
  parent.kill('SIGKILL')
  await until(() => children.every((pid) => !isThere(pid)))
})
