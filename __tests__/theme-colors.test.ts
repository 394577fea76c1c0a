import { readFileSync } from 'node:fs'
import { site } from '@/site.config'

const tokens = readFileSync('app/styles/tokens.css', 'utf8')

test.each([
  ['paper', 'paper'],
  ['ink', 'ink'],
  ['quiet', 'ink-2'],
  ['rule', 'rule'],
  ['accent', 'accent'],
] as const)('%s is the same colour on pages as in icons, cards and the browser’s frame', (name, token) => {
  const { light, dark } = site.colours
  expect(tokens).toContain(`--${token}: light-dark(${light[name]}, ${dark[name]});`)
})
