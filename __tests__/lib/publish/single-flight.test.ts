import { rememberRecent } from '@/lib/publish/recent-deliveries'
import { singleFlight } from '@/lib/publish/single-flight'

function counted() {
  const runs: (() => void)[] = []
  const work = () => new Promise<number>((resolve) => runs.push(() => resolve(runs.length)))
  return { runs, work }
}
const soon = (until: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => (until() ? resolve() : setTimeout(look, 1))
    look()
  })

test('P12: who asks at the same time shares one run; who asks while it runs shares the next', async () => {
  const { runs, work } = counted()
  const ask = singleFlight(work, 1)
  const first = [ask(), ask(), ask()]
  await soon(() => runs.length === 1)
  const second = [ask(), ask()]
  runs[0]?.()
  expect(await Promise.all(first)).toEqual([1, 1, 1])
  await soon(() => runs.length === 2)
  runs[1]?.()
  expect(await Promise.all(second)).toEqual([2, 2])
  expect(runs.length).toBe(2)
})

test('a run that fails is told to those who asked for it, and the next one starts', async () => {
  let times = 0
  const ask = singleFlight(async () => {
    times++
    if (times === 1) throw new Error('no network')
    return times
  }, 1)
  await expect(ask()).rejects.toThrow('no network')
  expect(await ask()).toBe(2)
})

test('a delivery that comes again is known, until a thousand others came', () => {
  const wasSeen = rememberRecent(2)
  expect([wasSeen('a'), wasSeen('a'), wasSeen('b'), wasSeen('c'), wasSeen('a')]).toEqual([
    false,
    true,
    false,
    false,
    false,
  ])
})
