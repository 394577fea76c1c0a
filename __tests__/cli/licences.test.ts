import { readFileSync } from 'node:fs'
import { licenceFile, licenceList } from '@/cli/licences/list'

test('the list of licences is what the lockfile says: npm run licences', () => {
  expect(readFileSync(licenceFile, 'utf8')).toBe(licenceList(process.cwd()))
})

test('it has what is sent to readers, what other platforms install and the fonts, and nothing of the tests', () => {
  const list = readFileSync(licenceFile, 'utf8')
  for (const one of [
    'react-dom',
    '@img/sharp-win32-x64',
    '@next/swc-darwin-arm64',
    '@libsql/linux-arm64-musl',
  ])
    expect(list).toContain(`- [${one}](https://www.npmjs.com/package/${one})\n`)
  expect(list).toContain('[licence](../app/fonts/OFL-newsreader.txt)')
  expect(list).not.toMatch(/\[(jest|typescript|@biomejs\/biome)\]|No licence named/)
})
