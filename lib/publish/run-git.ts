import { spawn } from 'node:child_process'

/** What went wrong, in git's words. */
export class GitError extends Error {}

type Options = {
  /** What the command reads. */
  input?: string
  /** After so long it is ended, with all it started. */
  seconds?: number
  /** The largest answer that is taken. */
  bytes?: number
  /** The largest file it may write: a pack, say. */
  fileBytes?: number
  /** Another file than the checkout's for git's index. */
  index?: string
}

/**
 * Settings that stand above those of the machine and the repository: no hooks, no watcher of files, no submodules. What a
 * push brings cannot change git's settings: they are not among the files it may write.
 */
const settings = [
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.quotePath=false'],
  ...['submodule.recurse=false', 'fetch.recurseSubmodules=false', 'fetch.fsckObjects=false'],
  ...['http.lowSpeedLimit=1000', 'http.lowSpeedTime=20'],
].flatMap((setting) => ['-c', setting])

function environment(index?: string): NodeJS.ProcessEnv {
  // Where another git started this process, these would lead it elsewhere.
  const { GIT_DIR: _1, GIT_WORK_TREE: _2, GIT_INDEX_FILE: _3, GIT_OBJECT_DIRECTORY: _4, ...env } = process.env
  return {
    ...env,
    ...(index ? { GIT_INDEX_FILE: index } : {}),
    ...{ GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1', GIT_LITERAL_PATHSPECS: '0', LC_ALL: 'C' },
    // No program as a remote (ext::), and no way from one of these to it by a redirect.
    GIT_ALLOW_PROTOCOL: 'https:http:ssh:git:file',
  }
}

/** Git in a folder, as bytes. Asks nobody for a password and runs no hooks; ends after a minute. Throws a GitError. */
export function gitBytes(root: string, args: string[], options: Options = {}): Promise<Buffer> {
  const { input = '', seconds = 60, bytes = 64 * 1024 * 1024, fileBytes, index } = options
  const words = [...settings, ...args]
  // A process group of its own, without a terminal: what git starts (ssh, the reader of packs) ends with it and asks nobody.
  const child = fileBytes
    ? spawn(
        'sh',
        ['-c', 'ulimit -f "$0" && exec git "$@"', `${Math.ceil(fileBytes / 512)}`, ...words],
        spawnOptions(root, index),
      )
    : spawn('git', words, spawnOptions(root, index))
  return new Promise((resolve, reject) => {
    const out: Buffer[] = []
    let size = 0
    let said = ''
    let ended = ''
    const end = (why: string) => {
      ended ||= why
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    const clock = setTimeout(() => end(`ended after ${seconds} s`), seconds * 1000)
    const fail = (why: string, cause?: unknown) => reject(new GitError(`git ${args[0]}: ${why}`, { cause }))
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > bytes) end(`its answer is longer than ${bytes} bytes`)
      else out.push(part)
    })
    child.stderr.on('data', (part) => {
      said = (said + part).slice(-4000)
    })
    child.stdin.on('error', () => undefined)
    child.on('error', (error) => {
      clearTimeout(clock)
      fail(error.message, error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(clock)
      if (!ended && code === 0) return resolve(Buffer.concat(out))
      fail(ended || said.trim() || (signal ? `ended by ${signal}` : `ended with ${code}`))
    })
    child.stdin.end(input)
  })
}

const spawnOptions = (root: string, index?: string) => ({
  cwd: root,
  env: environment(index),
  detached: true,
  stdio: 'pipe' as const,
})

/** The same as text. */
export const git = async (root: string, args: string[], options?: Options) =>
  (await gitBytes(root, args, options)).toString('utf8')

/** The same for an answer of one line. */
export const gitLine = async (root: string, ...args: string[]) => (await git(root, args)).trim()
