import { type Problem, placeOf } from '@/lib/content/problem'
import { words } from '@/lib/i18n/messages'

type Of = 'post' | 'remarks' | 'front'

/**
 * What is wrong with a post, in its place where it has errors (`post`), else over it (`remarks`), or with the front page,
 * over it, while they are being written (`next dev`).
 */
export function ProblemList({ problems, of = 'post' }: { problems: Problem[]; of?: Of }) {
  const Heading = of === 'post' ? 'h1' : 'h2'
  const { title, text } = of === 'post' ? words.held : words.held[of]
  return (
    <div className="prose">
      <Heading>{title}</Heading>
      <p>{text}</p>
      <ul>
        {problems.map((problem) => (
          <li key={placeOf(problem) + problem.message}>
            <code>{placeOf(problem)}</code> {problem.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
