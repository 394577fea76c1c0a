/**
 * `npm run sbom [-- <file>]`: writes which packages a site is made of, as CycloneDX 1.6 (sbom.cdx.json unless another file is
 * named), after the official schema was held against it.
 */
import { writeFileSync } from 'node:fs'
import { billOfMaterials, schemaFaults } from './licences/bill-of-materials'

const file = process.argv[2] ?? 'sbom.cdx.json'
const text = billOfMaterials(process.cwd())
const faults = await schemaFaults(text)
if (faults) {
  console.error(`The list is not CycloneDX 1.6: ${faults}`)
  process.exitCode = 1
} else {
  writeFileSync(file, text)
  console.log(`${file}: ${JSON.parse(text).components.length} packages`)
}
