import type { ReactNode } from 'react'
import { EntranceTexts } from '@/components/messages/entrance-texts'
import { Mark } from '@/components/shell/wordmark'
import { Panel } from '@/components/ui/panel'

type EntranceProps = { appName: string; title: string; note?: string; children: ReactNode }

/** The frame of the pages before the door: sign-in, setup, a new password. */
export function Entrance({ appName, title, note, children }: EntranceProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[max(3rem,12vh)] pb-12">
      <div className="mb-8 flex items-center gap-2.5 font-semibold text-xl tracking-tight">
        <Mark className="size-7 text-accent" />
        {appName}
      </div>
      <Panel className="w-full max-w-md px-6 py-7 shadow-1 sm:px-8">
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        {note && <p className="mt-1 text-ink-2 text-pretty text-sm">{note}</p>}
        <EntranceTexts>{children}</EntranceTexts>
      </Panel>
    </main>
  )
}
