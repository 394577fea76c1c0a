import { applyEdits, original } from '@/cli/import/edited-text'

test('after two rounds of edits every place still knows where it came from', () => {
  const first = applyEdits(original('one two three'), [{ start: 4, end: 7, text: 'TWENTY' }])
  expect(first.text).toBe('one TWENTY three')
  const second = applyEdits(first, [{ start: 0, end: 4, text: '' }])
  expect(second.text).toBe('TWENTY three')
  expect(second.origin(second.text.indexOf('three'))).toBe(8)
  expect(second.origin(0)).toBe(4)
  expect(second.origin(3)).toBe(4)
})

test('edits are applied in the order of their places, and one that overlaps is left out', () => {
  const edits = [
    { start: 3, end: 5, text: 'X' },
    { start: 0, end: 1, text: 'Y' },
    { start: 4, end: 6, text: 'Z' },
  ]
  expect(applyEdits(original('abcdefg'), edits).text).toBe('YbcXfg')
})
