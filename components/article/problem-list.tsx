import { formatLocation, type Problem } from '@/lib/content/problem'
import { messages } from '@/lib/i18n/messages'

type Kind = 'post' | 'warnings' | 'front'

/**
 * In development, the problems found in a file: errors of a post, shown instead of the post (`post`), warnings above it
 * (`warnings`), or problems of front.yml above the front page (`front`).
 */
export function ProblemList({ problems, of = 'post' }: { problems: Problem[]; of?: Kind }) {
  const Heading = of === 'post' ? 'h1' : 'h2'
  const { title, text } = of === 'post' ? messages.invalidPost : messages.invalidPost[of]
  return (
    <div className="prose">
      <Heading>{title}</Heading>
      <p>{text}</p>
      <ul>
        {problems.map((problem) => (
          <li key={formatLocation(problem) + problem.message}>
            <code>{formatLocation(problem)}</code> {problem.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
