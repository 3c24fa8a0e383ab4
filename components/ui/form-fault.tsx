import { CircleAlert } from 'lucide-react'

/** Why a form was refused, where the reason belongs to no single field. */
export function FormFault({ children }: { children: string | null }) {
  if (!children) return null
  return (
    <p role="alert" className="flex gap-2 rounded-md bg-critical-soft px-3 py-2 text-critical text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  )
}
