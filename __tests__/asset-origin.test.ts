import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** next.config.js as it is for a site.config.ts with that host for files. */
function configWith(assetOrigin: string) {
  const written = readFileSync('site.config.ts', 'utf8')
  const changed = written.replace("assetOrigin: ''", `assetOrigin: '${assetOrigin}'`)
  expect(changed === written).toBe(assetOrigin === '')
  writeFileSync(join(folder, 'site.config.ts'), changed)
  mkdirSync(join(folder, 'public'), { recursive: true })
  cpSync('app', join(folder, 'app'), { recursive: true })
  const config = pathToFileURL(join(process.cwd(), 'next.config.js')).href
  const code = `const { default: config } = await import('${config}'); console.log(JSON.stringify([await config.redirects(), await config.headers()]))`
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folder,
    encoding: 'utf8',
  })
}

test('a host for files is one that pages may load pictures from, and that files are asked of', () => {
  const config = configWith('https://assets.example.org')
  expect(config).toContain("img-src 'self' data: https://assets.example.org;")
  const [redirects] = JSON.parse(config)
  expect(redirects[0]).toMatchObject({
    destination: 'https://assets.example.org/assets/:folders*/:file',
    missing: [{ type: 'host', value: 'assets\\.example\\.org' }],
    permanent: false,
  })
})

test('without one nothing is loaded from elsewhere', () => {
  expect(configWith('')).not.toMatch(/assets\.example|media-src 'self';/)
})
