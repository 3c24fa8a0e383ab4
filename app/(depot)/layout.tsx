import { type ReactNode, Suspense } from 'react'
import { DepotFrame } from '@/app/(depot)/_depot/depot-frame'
import { Providers } from '@/app/(depot)/providers'
import { readersLanguage } from '@/app/reader'
import { DeskTexts } from '@/components/messages/desk-texts'
import { ToastProvider } from '@/components/ui/toast'

export default async function DepotLayout({ children }: { children: ReactNode }) {
  return (
    <Providers>
      <DeskTexts language={await readersLanguage()}>
        <ToastProvider>
          <Suspense>
            <DepotFrame>{children}</DepotFrame>
          </Suspense>
        </ToastProvider>
      </DeskTexts>
    </Providers>
  )
}
