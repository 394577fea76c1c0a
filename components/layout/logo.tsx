import { logo } from '@/lib/images/logo'

// Without these, the logo would fill the window if the style sheet did not load.
const size = { width: logo.width, height: logo.height }

/** The publication's logo. Decorative, so it is hidden from screen readers. */
export function Logo({ className = '' }: { className?: string }) {
  return (
    <svg
      {...size}
      viewBox={`0 0 ${logo.width} ${logo.height}`}
      className={`logo ${className}`}
      aria-hidden="true"
    >
      {logo.dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={logo.radius} />
      ))}
    </svg>
  )
}
