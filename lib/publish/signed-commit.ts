import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isNewsroomPath } from './newsroom-paths'
import { GitError, git } from './run-git'

/** Which commits may be published, as in site.config.ts. */
export type Signing = { verify: string; allowedSigners: string }

/**
 * Where `verify` in site.config.ts is 'signed': throws a GitError unless the commit has an SSH signature of somebody in the
 * allowed-signers file. The tip alone is asked: its signature covers every file and the whole history. Other kinds of
 * signatures do not count, because the machine's keyring would decide about those.
 */
export async function checkSigned(
  root: string,
  commit: string,
  { verify, allowedSigners }: Signing,
): Promise<void> {
  if (verify === 'off') return
  const file = resolve(root, allowedSigners)
  const refuse = (why: string, cause?: unknown) => {
    throw new GitError(`refused: commit ${commit} ${why}. Nothing was published.`, { cause })
  }
  if (verify !== 'signed')
    refuse(`cannot be judged: verify in site.config.ts is "${verify}", not "off" or "signed"`)
  if (isNewsroomPath(allowedSigners)) refuse(`cannot be judged: a push could change ${allowedSigners}`)
  if (!existsSync(file)) refuse(`cannot be judged: there is no file ${file}`)
  const programs = ['gpg.program', 'gpg.openpgp.program', 'gpg.x509.program'].flatMap((key) => [
    '-c',
    `${key}=false`,
  ])
  const ssh = ['gpg.ssh.program=ssh-keygen', `gpg.ssh.allowedSignersFile=${file}`].flatMap((one) => [
    '-c',
    one,
  ])
  try {
    await git(root, [...programs, ...ssh, 'verify-commit', commit])
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    refuse('is not signed by an allowed signer', error)
  }
}
