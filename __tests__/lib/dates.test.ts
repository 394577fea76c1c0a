import fc from 'fast-check'
import {
  dayOf,
  formatDateTime,
  formatDay,
  formatMonth,
  formatMonthName,
  formatTime,
  hasTime,
  parseDate,
  toZonedIso,
} from '@/lib/dates'

const berlin = (text: string) => parseDate(text, 'Europe/Berlin')

describe('readDate', () => {
  test.each([
    ['2023-03-16', '2023-03-16T00:00:00+01:00'],
    ['2023-07-16', '2023-07-16T00:00:00+02:00'],
    ['2023-3-6', '2023-03-06T00:00:00+01:00'],
    ['2023-03-16 10:00', '2023-03-16T10:00:00+01:00'],
    ['2023-03-16  9:05', '2023-03-16T09:05:00+01:00'],
    ['2023-03-16 10:00:30', '2023-03-16T10:00:30+01:00'],
    ['2023-03-16 10:00:00 +0530', '2023-03-16T05:30:00+01:00'],
    ['2023-03-16 10:00 -08', '2023-03-16T19:00:00+01:00'],
    ['2023-03-16T10:00:00Z', '2023-03-16T11:00:00+01:00'],
    ['2023-03-16T10:00:00.123+01:00', '2023-03-16T10:00:00+01:00'],
    ['2023-03-16 10:00:00 UTC', '2023-03-16T11:00:00+01:00'],
    ['2024-02-29', '2024-02-29T00:00:00+01:00'],
    [' 2023-03-16 ', '2023-03-16T00:00:00+01:00'],
  ])('%s is %s in Berlin', (text, at) => {
    expect(berlin(text)).toEqual({ at })
  })

  test.each([
    ['2026-02-30', 'is not a day. February 2026 has 28 days.'],
    ['2024-02-30', 'February 2024 has 29 days.'],
    ['2026-04-31', 'April 2026 has 30 days.'],
    ['2026-13-01', 'The second number is the month'],
    ['2026-00-01', 'The second number is the month'],
    ['2026-01-00', 'January 2026 has 31 days.'],
    ['0026-01-01', 'no usable year'],
    ['2026-01-01 24:00', 'is not a time'],
    ['2026-01-01 10:60', 'is not a time'],
    ['2026-01-01 10:00 +25:00', 'is not an offset'],
    ['March 16, 2023', 'is not a date'],
    ['16.03.2023', 'is not a date'],
    ['2023-03-16 10:00 CET', 'is not a date'],
    ['', 'is not a date'],
  ])('%s is refused', (text, problem) => {
    expect(berlin(text)).toEqual({ problem: expect.stringContaining(problem) })
  })

  test('an hour that the clocks leap over does not exist, and the message says what does', () => {
    expect(berlin('2026-03-29 02:30')).toEqual({
      problem: expect.stringContaining('does not exist in Europe/Berlin'),
    })
    expect(berlin('2026-03-29 02:30')).toEqual({
      problem: expect.stringContaining('Write 2026-03-29 03:30.'),
    })
    expect(berlin('2026-03-29 01:59')).toEqual({ at: '2026-03-29T01:59:00+01:00' })
    expect(berlin('2026-03-29 03:00')).toEqual({ at: '2026-03-29T03:00:00+02:00' })
  })

  test('of an hour that happens twice in autumn, the first is meant', () => {
    expect(berlin('2026-10-25 02:30')).toEqual({ at: '2026-10-25T02:30:00+02:00' })
    expect(berlin('2026-10-25 03:00')).toEqual({ at: '2026-10-25T03:00:00+01:00' })
  })

  test('a day that begins after the leap still exists', () => {
    expect(parseDate('2026-04-24', 'Africa/Cairo')).toEqual({ at: '2026-04-24T01:00:00+03:00' })
  })

  test('west of Greenwich a day is that day, too', () => {
    expect(parseDate('2023-03-16', 'America/Los_Angeles')).toEqual({ at: '2023-03-16T00:00:00-07:00' })
    expect(parseDate('2023-03-16', 'Asia/Kathmandu')).toEqual({ at: '2023-03-16T00:00:00+05:45' })
  })

  test('what is read is the same instant when it is read again', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
    const instant = fc.integer({ min: -5e8, max: 4e9 })
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (seconds, zone) => {
        const iso = toZonedIso(seconds * 1000, zone)
        expect(Date.parse(iso)).toBe(seconds * 1000)
        expect(parseDate(iso, zone)).toEqual({ at: iso })
      }),
    )
  })
})

describe('dates for readers, in the zone of the publication', () => {
  test('a day', () => {
    expect(formatDay('2023-03-16T00:00:00+01:00')).toBe('March 16, 2023')
    expect(formatDay('2023-03-15T23:30:00Z')).toBe('March 16, 2023')
    expect(formatDay('2023-03-16T00:00:00+01:00', 'de')).toBe('16. März 2023')
  })

  test('a time, with the zone where it stands with its day', () => {
    expect(formatTime('2023-07-16T08:05:00Z')).toBe('10:05')
    expect(formatTime('2023-03-16T00:00:00+01:00')).toBe('00:00')
    expect(formatDateTime('2023-03-16T10:00:00+01:00')).toBe('March 16, 2023 at 10:00 GMT+1')
  })

  test('a month of the archive', () => {
    expect(formatMonth(2023, 3)).toBe('March 2023')
    expect(formatMonth(2023, 12, 'de')).toBe('Dezember 2023')
    expect([1, 12].map((month) => formatMonthName(month))).toEqual(['January', 'December'])
  })

  test('the day for machines, and whether there is a time at all', () => {
    expect(dayOf('2023-03-15T23:30:00Z')).toBe('2023-03-16')
    expect(hasTime('2023-03-16T00:00:00+01:00')).toBe(false)
    expect(hasTime('2023-03-16T00:01:00+01:00')).toBe(true)
    expect(hasTime('2023-03-16T00:00:00Z')).toBe(true)
  })
})
