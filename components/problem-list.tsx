import { type Problem, placeOf } from '@/lib/content/problem'
import { words } from '@/lib/words'

/** What is wrong with a post, shown in its place while it is being written (`next dev`). */
export function ProblemList({ problems }: { problems: Problem[] }) {
  return (
    <div className="prose">
      <h1>{words.held.title}</h1>
      <p>{words.held.text}</p>
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
