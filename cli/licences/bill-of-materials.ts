import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { type LockedPackage, lockedPackages } from './lockfile'

const version = Spec.Version.v1dot6

/**
 * Every package that `npm ci --omit=dev` may install, on any platform, as CycloneDX in JSON, read from package-lock.json.
 * `npm sbom --omit dev` leaves out what a package for development needs as well, such as react (npm 11.19). The same lockfile gives
 * the same text: there is neither time nor chance in it.
 */
export function billOfMaterials(root: string): string {
  const own: { name: string; version: string; license: string } = JSON.parse(
    readFileSync(`${root}/package.json`, 'utf8'),
  )
  const lock = readFileSync(`${root}/package-lock.json`)
  const packages = lockedPackages(root).filter(({ dev }) => !dev)
  const components = new Map(packages.map((found) => [found.path, component(found)]))
  const site = new Models.Component(Enums.ComponentType.Application, own.name, {
    ...{ version: own.version, bomRef: 'site', purl: purl(own) },
    licenses: new Models.LicenseRepository([licences.makeFromString(own.license)]),
  })
  const edges: Record<string, Edges> = JSON.parse(lock.toString()).packages
  for (const [path, from] of [['', site] as const, ...components]) {
    for (const name of dependencies(edges[path])) {
      const to = components.get(resolved(path, name, components))
      if (to) from.dependencies.add(to.bomRef)
    }
  }
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: site }),
    components: new Models.ComponentRepository(components.values()),
    serialNumber: serialNumber(lock),
  })
  return `${serializer().serialize(bom, { sortLists: true, space: 2 })}\n`
}

const serializer = () => new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))

/** As npm's packages word licences: names of SPDX, joined. What is anything else is kept as a name, not as an expression. */
const licences = new Contrib.License.Factories.LicenseFactory((text) => {
  if (!/^\(?[\w.+-]+( (AND|OR|WITH) [\w.+-]+)+\)?$/.test(text)) throw new Error('Not an expression of SPDX.')
})

function component(found: LockedPackage) {
  const [scope, name] = found.name.startsWith('@') ? found.name.split('/') : [undefined, found.name]
  return new Models.Component(Enums.ComponentType.Library, name ?? found.name, {
    ...{ group: scope, version: found.version, bomRef: found.path, purl: purl(found) },
    scope: found.optional ? Enums.ComponentScope.Optional : Enums.ComponentScope.Required,
    hashes: new Models.HashDictionary(hashes(found)),
    licenses: new Models.LicenseRepository(found.license ? [licences.makeFromString(found.license)] : []),
  })
}

/** As the lockfile has them, in base64 after their name; the schema wants them in hexadecimal. */
function hashes({ integrity = '' }: LockedPackage): [Enums.HashAlgorithm, string][] {
  const names: Record<string, Enums.HashAlgorithm> = {
    sha512: Enums.HashAlgorithm['SHA-512'],
    sha1: Enums.HashAlgorithm['SHA-1'],
  }
  return integrity.split(/\s+/).flatMap((each): [Enums.HashAlgorithm, string][] => {
    const [name = '', digest = ''] = each.split(/-(.*)/s)
    const algorithm = names[name]
    return algorithm ? [[algorithm, Buffer.from(digest, 'base64').toString('hex')]] : []
  })
}

const purl = ({ name, version }: { name: string; version: string }) =>
  `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`

/** The same for the same lockfile, in the form of a UUID of version 5. */
function serialNumber(lock: Uint8Array): string {
  const hex = createHash('sha256').update(lock).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type Edges = Partial<
  Record<'dependencies' | 'optionalDependencies' | 'peerDependencies', Record<string, string>>
>
const dependencies = (edges?: Edges): string[] => [
  ...new Set(
    Object.keys({ ...edges?.dependencies, ...edges?.optionalDependencies, ...edges?.peerDependencies }),
  ),
]

/** The package that Node would find under a name from there: its own folder first, then those around it. */
function resolved(from: string, name: string, known: Map<string, unknown>): string {
  const folders = from.split('/node_modules/')
  for (let depth = folders.length; depth > 0; depth--) {
    const path = `${folders.slice(0, depth).join('/node_modules/')}/node_modules/${name}`
    if (from !== '' && known.has(path)) return path
  }
  return `node_modules/${name}`
}

/** What the official schema says against a text; undefined where it is right. Throws where the validator is not installed. */
export async function schemaFaults(text: string): Promise<string | undefined> {
  const faults = await new Validation.JsonStrictValidator(version).validate(text)
  return faults ? JSON.stringify(faults).slice(0, 2000) : undefined
}
