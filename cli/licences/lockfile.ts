import { readFileSync } from 'node:fs'

export type LockedPackage = {
  name: string
  path: string
  version: string
  license?: string
  resolved?: string
  integrity?: string
  hasInstallScript?: true
  optional?: true
  dev?: true
  cpu?: string[]
}

/** Every package of package-lock.json, those of other platforms as well: what is installed here says nothing of them. */
export function lockedPackages(root: string): LockedPackage[] {
  const lock: { packages: Record<string, Omit<LockedPackage, 'name' | 'path'>> } = JSON.parse(
    readFileSync(`${root}/package-lock.json`, 'utf8'),
  )
  const packages = Object.entries(lock.packages).flatMap(([path, found]) =>
    path ? [{ ...found, path, name: path.slice(path.lastIndexOf('node_modules/') + 13) }] : [],
  )
  const next = packages.find(({ name }) => name === 'next')
  // Binaries that the lock has no more than a name of are under the licence of the package they belong to.
  return packages.map((found) =>
    found.license || !found.name.startsWith('@next/swc-') ? found : { ...found, license: next?.license },
  )
}
