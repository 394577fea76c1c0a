import { spawnSync } from 'node:child_process'

// Each took longer than a minute before; a second or two is what the process takes to start.
test.each([
  'a word of accents',
  'a path of slashes',
  'an e-mail address of dots',
  'a syntax error that quotes the text',
  'an address of spaces in a drawing',
  'an animation of spaces',
  'a style of quotation marks',
])(
  'P18: %s does not hold the server',
  (name) => {
    const { status, signal, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '__tests__/fixtures/slow-texts.ts', name],
      { encoding: 'utf8', timeout: 60_000 },
    )
    expect({ status, signal }).toEqual({ status: 0, signal: null })
    expect(stdout.trim()).not.toBe('undefined')
  },
  90_000,
)
