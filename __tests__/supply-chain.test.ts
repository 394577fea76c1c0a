import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { lockedPackages } from '@/cli/licences/lockfile'

const packages = lockedPackages(process.cwd())
const namesOf = (found: { name: string }[]) => [...new Set(found.map(({ name }) => name))]

/** Below these are known holes, by the advisories of each. */
const floors = {
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
  sharp: '0.35.5',
  'next-mdx-remote': '6.0.0',
  'js-yaml': '3.15.2',
  yaml: '2.9.1',
}

test.each(Object.entries(floors))('no copy of %s is older than %s', (name, floor) => {
  const copies = packages.filter((found) => found.name === name).map(({ version }) => version)
  expect(copies.length).toBeGreaterThan(0)
  for (const version of copies)
    expect([version, floor].sort(new Intl.Collator('en', { numeric: true }).compare)[0]).toBe(floor)
})

test('every package is from the registry, and known by its hash', () => {
  expect(
    packages.filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/')),
  ).toEqual([])
  const unknown = packages.filter(({ integrity }) => !integrity?.startsWith('sha512-'))
  // Binaries for other platforms, which the registry this lock was written with does not have: npm takes their hash when
  // it installs one there.
  expect(namesOf(unknown.filter(({ optional, cpu }) => !(optional && cpu)))).toEqual([])
})

test('two packages may run a command when they are installed', () => {
  const known = ['@parcel/watcher', 'esbuild']
  expect(namesOf(packages.filter(({ hasInstallScript }) => hasInstallScript)).sort()).toEqual(known)
})

const permissive = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']
/** Others that a site may be run with. Nobody who runs one changes them, and what they ask for is kept by npm's own files. */
const others = {
  'OFL-1.1': /^@fontsource-variable\//, // fonts: the licence stands beside them
  'CC-BY-4.0': /^caniuse-lite$/, // data on browsers, read by the build
  'MPL-2.0': /^next-mdx-remote$/, // its own files stay open, as they are
  'LGPL-3.0-or-later': /^@img\/sharp-/, // libvips, a library of its own beside sharp
}

test('what is deployed has a licence that allows it', () => {
  const forbidden = packages.flatMap(({ name, license = 'none', dev }) => {
    if (dev) return []
    const parts = license.replace(/[()]/g, '').split(' AND ')
    const bad = parts.filter(
      (part) =>
        !permissive.includes(part) &&
        !Object.entries(others).some(([one, who]) => one === part && who.test(name)),
    )
    return bad.length > 0 ? [`${name}: ${bad}`] : []
  })
  expect(forbidden).toEqual([])
})

test('workflows may only read, and run actions by their digest', () => {
  const folder = '.github/workflows'
  const files = existsSync(folder) ? readdirSync(folder) : []
  for (const file of files) {
    const text = readFileSync(`${folder}/${file}`, 'utf8')
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m)
    expect(text).not.toMatch(/pull_request_target|write-all|: write\b/)
    for (const [line] of text.matchAll(/uses: .+/g)) expect(line).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v/)
  }
})
