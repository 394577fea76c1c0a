import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { checkoutContent } from '@/lib/publish/checkout-content'
import { checkSigned } from '@/lib/publish/signed-commit'
import { post } from '../store/newsroom'
import { gitIn, pushedSite, story, tidyUp } from './pushed'

jest.setTimeout(300_000)
let site: ReturnType<typeof pushedSite>
const signers = '.github/allowed_signers'
const settings = { verify: 'signed', allowedSigners: signers }

const key = (name: string) => {
  const file = join(site.top, name)
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file])
  return { file, line: `${name}@example.org ${readFileSync(`${file}.pub`, 'utf8')}` }
}
const commit = (keyFile?: string) => {
  site.write(story('chips'), post({ title: `${Math.random()}` }))
  gitIn(site.desk, ['add', '-A'])
  const sign = keyFile
    ? ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${keyFile}`, 'commit', '-S']
    : ['commit']
  gitIn(site.desk, [...sign, '-q', '-m', 'A story'])
  return site.head(site.desk)
}
beforeEach(() => {
  site = pushedSite()
})
afterEach(tidyUp)

test('P20: where signatures are asked for, a commit of an allowed signer passes and no other', async () => {
  const [editor, stranger] = [key('editor'), key('stranger')]
  const check = (oid: string, options = settings) => checkSigned(site.desk, oid, options)
  const signed = commit(editor.file)
  await expect(check(signed)).rejects.toThrow(/there is no file/)
  site.write(signers, editor.line)
  await expect(check(signed)).resolves.toBeUndefined()
  await expect(check(commit())).rejects.toThrow(
    /^refused: commit [0-9a-f]{40} is not signed by an allowed signer/,
  )
  await expect(check(commit(stranger.file))).rejects.toThrow(/not signed by an allowed signer/)
  // A signed commit whose message or tree was changed afterwards.
  const raw = gitIn(site.desk, ['cat-file', 'commit', signed]).replace('A story', 'Another')
  await expect(
    check(gitIn(site.desk, ['hash-object', '-w', '-t', 'commit', '--stdin'], raw).trim()),
  ).rejects.toThrow(/not signed/)
  const strange = commit(stranger.file)
  const pgpBase = commit()
  // Neither settings of the repository nor another kind of signature help.
  const yes = join(site.top, 'yes')
  writeFileSync(yes, '#!/bin/sh\necho "[GNUPG:] GOODSIG x"\necho "[GNUPG:] VALIDSIG x"\nexit 0\n', {
    mode: 0o755,
  })
  for (const name of ['gpg.program', 'gpg.openpgp.program', 'gpg.ssh.program', 'gpg.x509.program'])
    gitIn(site.desk, ['config', name, yes])
  const pgp = gitIn(site.desk, ['cat-file', 'commit', pgpBase]).replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n',
  )
  const forged = gitIn(site.desk, ['hash-object', '-w', '-t', 'commit', '--stdin'], pgp).trim()
  await expect(check(forged)).rejects.toThrow(/not signed by an allowed signer/)
  await expect(check(strange)).rejects.toThrow(/not signed by an allowed signer/)
  await expect(check(signed, { ...settings, allowedSigners: 'public/allowed_signers' })).rejects.toThrow(
    /a push could change/,
  )
  await expect(check(signed, { ...settings, verify: 'Signed' })).rejects.toThrow(/not "off" or "signed"/)
  await expect(check(commit(), { ...settings, verify: 'off' })).resolves.toBeUndefined()
})

test('P20: of an unsigned push nothing is published; the file of a push does not say who may sign', async () => {
  const [editor, stranger] = [key('editor'), key('stranger')]
  const before = site.files()
  site.write(signers, editor.line, site.root)
  site.write(signers, stranger.line)
  for (const file of [undefined, stranger.file]) {
    commit(file)
    gitIn(site.desk, ['push', '-q', 'origin', 'main'])
    await expect(checkoutContent(site.root, settings)).rejects.toThrow(/^refused: commit/)
    expect(site.files()).toEqual(before)
  }
  commit(editor.file)
  gitIn(site.desk, ['push', '-q', 'origin', 'main'])
  expect(await checkoutContent(site.root, settings)).toMatchObject({ needsDeployment: [signers] })
  expect(site.files()).toEqual(site.files(site.desk))
  expect(site.read(signers)).toBe(editor.line)
})
