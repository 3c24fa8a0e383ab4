import { type ReactNode, Suspense } from 'react'
import { DepotFrame } from '@/app/(depot)/_depot/depot-frame'

export default function DepotLayout({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <DepotFrame>{children}</DepotFrame>
    </Suspense>
  )
}
