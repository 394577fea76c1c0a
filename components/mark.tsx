/** The publication's mark: three dots, the sign for "therefore". Decoration, so it is never spoken. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 18" className={`mark ${className}`} aria-hidden="true">
      <circle cx="10" cy="3" r="3" />
      <circle cx="3" cy="15" r="3" />
      <circle cx="17" cy="15" r="3" />
    </svg>
  )
}
