/** `npm run licences`: lists what others made and under which licences, from package-lock.json, for people. */
import { writeFileSync } from 'node:fs'
import { licenceFile, licenceList } from './licences/list'

writeFileSync(licenceFile, licenceList(process.cwd()))
