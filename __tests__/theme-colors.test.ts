import { readFileSync } from 'node:fs'
import { site } from '@/site.config'

const tokens = readFileSync('app/styles/tokens.css', 'utf8')

test.each([
  ['paper', 'paper'],
  ['ink', 'ink'],
  ['quiet', 'ink-2'],
  ['rule', 'rule'],
  ['accent', 'accent'],
] as const)(
  '%s is the same colour in the style sheet as in site.config.ts, for icons, cards and the browser’s interface',
  (name, token) => {
    const { light, dark } = site.colours
    expect(tokens).toContain(`--${token}: light-dark(${light[name]}, ${dark[name]});`)
  },
)
