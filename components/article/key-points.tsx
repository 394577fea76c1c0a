import { messages } from '@/lib/i18n/messages'

/** The key points from the front matter. */
export function KeyPoints({ points }: { points: string[] }) {
  if (points.length === 0) return null
  return (
    <section aria-labelledby="key-points" className="key-points">
      <h2 id="key-points">{messages.keyPoints}</h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}
