import { mark } from '@/lib/images/logo'

// Without the style sheet it would otherwise fill the window.
const size = { width: mark.width, height: mark.height }

/** The publication's mark. Decoration, so it is never spoken. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg
      {...size}
      viewBox={`0 0 ${mark.width} ${mark.height}`}
      className={`mark ${className}`}
      aria-hidden="true"
    >
      {mark.dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={mark.radius} />
      ))}
    </svg>
  )
}
