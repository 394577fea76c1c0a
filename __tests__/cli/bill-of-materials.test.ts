import { billOfMaterials, schemaFaults } from '@/cli/licences/bill-of-materials'
import { lockedPackages } from '@/cli/licences/lockfile'

type Bom = {
  components: {
    'bom-ref': string
    group?: string
    name: string
    version: string
    purl: string
    licenses?: unknown[]
    hashes?: { alg: string; content: string }[]
  }[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}
const text = billOfMaterials(process.cwd())
const bom: Bom = JSON.parse(text)
const packages = lockedPackages(process.cwd()).filter(({ dev }) => !dev)

test('the list is CycloneDX by the official schema, and the check of it can fail', async () => {
  expect(await schemaFaults(text)).toBeUndefined()
  expect(await schemaFaults(text.replace('"SHA-512"', '"SHA-13"'))).toContain('enum')
})

test('it holds exactly what npm ci --omit=dev may install, each with its hash and licence', () => {
  const sorted = (list: string[]) => list.sort()
  expect(sorted(bom.components.map((each) => each['bom-ref']))).toEqual(
    sorted(packages.map(({ path }) => path)),
  )
  // What `npm sbom` leaves out.
  for (const name of ['react', 'react-dom', 'js-yaml', 'harfbuzzjs'])
    expect(bom.components.map((each) => each.name)).toContain(name)
  const byPath = new Map(packages.map((found) => [found.path, found]))
  for (const { 'bom-ref': path, group, name, version, licenses = [], hashes = [] } of bom.components) {
    const found = byPath.get(path)
    expect([group, name].filter(Boolean).join('/')).toBe(found?.name)
    expect(version).toBe(found?.version)
    expect(licenses).toHaveLength(1)
    const [hash] = hashes
    const integrity = hash && `sha512-${Buffer.from(hash.content, 'hex').toString('base64')}`
    // Four binaries for other systems have no hash in the lockfile (supply-chain.test.ts).
    expect({ path, integrity }).toEqual({ path, integrity: found?.integrity })
  }
})

test('the same lockfile gives the same text, and every package is needed by another', () => {
  expect(billOfMaterials(process.cwd())).toBe(text)
  const needed = new Set(bom.dependencies.flatMap(({ dependsOn = [] }) => dependsOn))
  const orphans = bom.components.map((each) => each['bom-ref']).filter((path) => !needed.has(path))
  expect(orphans).toEqual([])
})
