import { type ReactNode, Suspense } from 'react'
import { DepotFrame } from '@/app/(depot)/_depot/depot-frame'
import { DeskTexts } from '@/components/messages/desk-texts'
import { ToastProvider } from '@/components/ui/toast'

export default function DepotLayout({ children }: { children: ReactNode }) {
  return (
    <DeskTexts>
      <ToastProvider>
        <Suspense>
          <DepotFrame>{children}</DepotFrame>
        </Suspense>
      </ToastProvider>
    </DeskTexts>
  )
}
