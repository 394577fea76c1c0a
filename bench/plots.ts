import type { Figure } from './figure'
import { bars } from './plot'

/** The plots of bench/README.md, by the name of their file. */
export function plots(figures: Figure[]): Record<string, string> {
  const sizes = [...new Set(figures.flatMap(({ goal, posts }) => (goal === 'S1' && posts ? [posts] : [])))]
  const stories = (posts: number) => `${posts.toLocaleString('en')} stories`
  const of = (goal: string, posts: number) =>
    figures.filter((one) => one.goal === goal && one.posts === posts && !one.what.startsWith('… work'))
  const build = sizes.map((posts) => ({
    name: stories(posts),
    bars: [
      ...of('S1', posts)
        .slice(0, 1)
        .map(({ value }) => ({ name: 'Copydesk', value, ours: true })),
      ...of('S1', posts).flatMap(({ beside }) => (beside ? [beside] : [])),
    ],
  }))
  const publish = sizes.map((posts) => ({
    name: stories(posts),
    bars: [
      ...of('S2', posts)
        .filter(({ what }) => what.startsWith('edited'))
        .map(({ value }) => ({ name: 'Copydesk', value: value / 1000, ours: true })),
      ...of('S1', posts).flatMap(({ beside }) => (beside ? [beside] : [])),
    ],
  }))
  const visits = sizes.map((posts) => ({
    name: stories(posts),
    bars: of('S3', posts).map(({ what, value }) => ({ name: what, value, ours: true })),
  }))
  const phone = figures.find(({ goal, what }) => goal === 'S5' && what.endsWith('largest paint'))
  return {
    'build-times': bars('Clean checkout to serving', 's', build),
    publishing: bars('One edited story until readers see it', 's', publish),
    'first-visits': bars('First visits and searches', 'ms', visits),
    ...(phone?.beside && {
      phone: bars('Largest paint of an article on a slow phone', 'ms', [
        {
          name: '4× slower CPU, 1.6 Mbit/s, 150 ms',
          bars: [{ name: 'Copydesk', value: phone.value, ours: true }, phone.beside],
        },
      ]),
    }),
  }
}
