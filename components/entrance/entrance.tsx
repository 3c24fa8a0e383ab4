import type { ReactNode } from 'react'
import { LanguageLinks } from '@/components/entrance/language-links'
import { entranceMessages } from '@/components/messages/entrance-messages'
import { EntranceTexts } from '@/components/messages/entrance-texts'
import { localeOf } from '@/components/messages/languages'
import { type LabelKey, textIn } from '@/components/messages/text'
import { Mark } from '@/components/shell/wordmark'
import { Panel } from '@/components/ui/panel'
import type { Language } from '@/lib/contract/enumerations'

type EntranceProps = {
  language: Language
  /** The page's path and query, for the same page in another language. */
  here: { path: string } & Record<string, string | null>
  title: LabelKey
  note: LabelKey
  children: ReactNode
}

/** The frame of the pages before the door: sign-in, setup, a new password. It is made on the server, which has every language. */
export function Entrance({ language, here, title, note, children }: EntranceProps) {
  const text = textIn(language)
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[max(3rem,12vh)] pb-12">
      <div className="mb-8 flex items-center gap-2.5 font-semibold text-xl tracking-tight">
        <Mark className="size-7 text-accent" />
        {text('app.name')}
      </div>
      <Panel className="w-full max-w-md px-6 py-7 shadow-1 sm:px-8">
        <h1 className="font-semibold text-xl tracking-tight">{text(title)}</h1>
        <p className="mt-1 text-ink-2 text-pretty text-sm">{text(note)}</p>
        <EntranceTexts locale={localeOf(language)} messages={entranceMessages(language)}>
          {children}
        </EntranceTexts>
      </Panel>
      <LanguageLinks label={text('language.choose')} language={language} here={here} />
    </main>
  )
}
