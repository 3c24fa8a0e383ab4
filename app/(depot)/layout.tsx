import { type ReactNode, Suspense } from 'react'
import { DepotFrame } from '@/app/(depot)/_depot/depot-frame'
import { firstAnswers } from '@/app/(depot)/first-answers'
import { Providers } from '@/app/(depot)/providers'
import { readersLanguage } from '@/app/reader'
import { DeskTexts } from '@/components/messages/desk-texts'
import { ToastProvider } from '@/components/ui/toast'

export default async function DepotLayout({ children }: { children: ReactNode }) {
  const [language, answers] = await Promise.all([readersLanguage(), firstAnswers()])
  return (
    <Providers>
      <DeskTexts language={language}>
        <ToastProvider>
          <Suspense>
            <DepotFrame answers={answers}>{children}</DepotFrame>
          </Suspense>
        </ToastProvider>
      </DeskTexts>
    </Providers>
  )
}
