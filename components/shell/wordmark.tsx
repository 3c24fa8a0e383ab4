/** The mark: power in steps, up to the line where the vehicle leaves. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d="M3 18h5v-5h5V8h3.500" stroke="currentColor" strokeWidth="2.400" />
      <path d="M20.500 4v16" stroke="var(--good)" strokeWidth="2.400" />
    </svg>
  )
}
