import { help, options } from '@/cli/check/options'
import { formatAnnotation, formatLine, formatSummary } from '@/cli/check/print'
import { help as newHelp, options as newOptions } from '@/cli/new/options'
import type { Problem } from '@/lib/content/problem'

const problem: Problem = {
  file: 'posts/a.md',
  line: 3,
  column: 1,
  severity: 'warning',
  rule: 'tag',
  message: 'It is odd.',
}

test('P1: what an author wrote cannot end an annotation and begin a command of its own', () => {
  const hostile = { ...problem, file: 'posts/a,b:c%.md', message: '100% odd\n::error::x\r' }
  expect(formatAnnotation(hostile)).toBe(
    '::warning file=posts/a%2Cb%3Ac%25.md,line=3,col=1,title=tag::100%25 odd%0A::error::x%0D',
  )
})

test('a problem of a whole file is annotated without a line', () => {
  expect(formatAnnotation({ ...problem, line: undefined, column: undefined, severity: 'note' })).toBe(
    '::notice file=posts/a.md,title=tag::It is odd.',
  )
})

test('on a terminal the place is bold and the kind has its colour', () => {
  const coloured = formatLine(problem, true)
  expect(coloured).toContain('\u001b[1mposts/a.md:3:1\u001b[22m')
  expect(coloured).toContain('\u001b[33m  warn\u001b[39m')
  expect(formatLine({ ...problem, message: 'a\u001b[31mb' }, false)).not.toContain('\u001b')
})

test('many problems are counted by their rule', () => {
  const many = Array.from({ length: 1200 }, (_, index) => ({
    ...problem,
    rule: index < 1000 ? 'tag' : 'alt',
  }))
  expect(formatSummary(many)).toBe('1,200 warnings (tag 1,000, alt 200)')
  expect(formatSummary([{ ...problem, severity: 'error' }, problem])).toBe('1 error, 1 warning')
})

test('--help has every option', () => {
  for (const name of Object.keys(options)) expect(help).toContain(`--${name}`)
  for (const name of Object.keys(newOptions)) expect(newHelp).toContain(`--${name}`)
})
