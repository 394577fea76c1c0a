import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { post } from '../store/newsroom'

const folders: string[] = []

/** Git in a folder, under a name. */
export const gitIn = (cwd: string, args: string[], input?: string | Uint8Array) =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
    ...{ cwd, input, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['pipe', 'pipe', 'pipe'] },
  })

/** A remote, the checkout that a server runs from, and the desk that pushes. */
export function pushedSite() {
  const top = mkdtempSync(join(tmpdir(), 'publish-'))
  folders.push(top)
  const [root, desk, remote] = ['site', 'desk', 'remote.git'].map((name) => join(top, name)) as [
    string,
    string,
    string,
  ]
  const write = (path: string, content: string | Uint8Array, where = desk) => {
    mkdirSync(dirname(join(where, path)), { recursive: true })
    writeFileSync(join(where, path), content)
  }
  mkdirSync(desk)
  gitIn(desk, ['init', '-q', '-b', 'main'])
  write('.gitignore', '.content/\nnode_modules\n')
  write('package.json', '{"name":"the-site","scripts":{"sync":"echo deployed"}}\n')
  write('cli/sync.ts', '// deployed\n')
  write('authors/desk.md', '---\nname: The desk\n---\n\nWe write.\n')
  for (const slug of ['chips', 'court']) write(story(slug), post({ title: slug }))
  gitIn(desk, ['add', '-A'])
  gitIn(desk, ['commit', '-q', '-m', 'The site'])
  gitIn(top, ['clone', '-q', '--bare', desk, remote])
  gitIn(top, ['clone', '-q', remote, root])
  gitIn(desk, ['remote', 'add', 'origin', remote])
  return {
    ...{ top, root, desk, remote, write },
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    head: (where = root) => gitIn(where, ['rev-parse', 'HEAD']).trim(),
    push(...options: string[]) {
      gitIn(desk, ['add', '-A'])
      gitIn(desk, ['commit', '-q', '--allow-empty', '-m', 'A push', ...options])
      gitIn(desk, ['push', '-q', '--force', 'origin', 'main'])
    },
    /** Pushes a tree with these entries as well, which no disk could hold: "mode path" and the content, or a commit. */
    pushEntries(entries: [mode: string, path: string, content: string][]) {
      for (const [mode, path, content] of entries) {
        const oid =
          mode === '160000' ? content : gitIn(desk, ['hash-object', '-w', '--stdin'], content).trim()
        gitIn(desk, [
          '-c',
          'core.protectNTFS=false',
          '-c',
          'core.protectHFS=false',
          'update-index',
          '--add',
          '--replace',
          '--cacheinfo',
          `${mode},${oid},${path}`,
        ])
      }
      gitIn(desk, ['commit', '-q', '-m', 'Odd entries'])
      gitIn(desk, ['push', '-q', 'origin', 'main'])
    },
    /** Every file of the newsroom on the disk, with its text. */
    files: (where = root) =>
      Object.fromEntries(
        ['posts', 'authors', 'public', 'style']
          .flatMap((folder) => list(where, folder))
          .map((path) => [path, readFileSync(join(where, path), 'utf8')]),
      ),
    copy: (name: string) => {
      cpSync(root, join(top, name), { recursive: true })
      return join(top, name)
    },
  }
}

function list(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((one) => !one.isDirectory())
      .map((one) => join(one.parentPath, one.name).slice(root.length + 1))
  } catch {
    return []
  }
}

export const story = (slug: string) => `posts/2026-01-01-${slug}.md`

export function tidyUp() {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
