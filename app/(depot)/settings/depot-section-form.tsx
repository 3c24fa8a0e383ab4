'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { refreshDepot, type StoredDepot } from '@/app/(depot)/_data/change-depot'
import { useSend } from '@/app/(depot)/_data/use-send'
import { TriedEffect } from '@/app/(depot)/_what-if/tried-effect'
import { saveSection, storedDepotQuery } from '@/app/(depot)/settings/save-section'
import { useLocale, useText } from '@/components/messages/use-text'
import {
  changedOf,
  type DepotDraft,
  type DepotSection,
  draftOf,
  patchOf,
  rebased,
} from '@/components/settings/depot-draft'
import { triedSettings } from '@/components/settings/tried-settings'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { FormFault } from '@/components/ui/form-fault'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { useToast } from '@/components/ui/toast'
import { useUnsaved } from '@/components/ui/unsaved'
import type { Location } from '@/lib/contract/location'

type FieldsOfSection = {
  draft: DepotDraft
  onChange: (change: Partial<DepotDraft>) => void
  faults: Readonly<Record<string, string>>
  disabled: boolean
}
type SectionFormProps = {
  section: DepotSection
  stored: StoredDepot
  mayChange: boolean
  children: (form: FieldsOfSection) => ReactNode
}
/** What is being edited, and what was stored of the section when that began. */
type Edit = { draft: DepotDraft; base: string }

/** A section of a depot's settings. What is not edited shows what is stored, also when somebody else changes it. */
export function DepotSectionForm({ section, stored, mayChange, children }: SectionFormProps) {
  const text = useText()
  const { edit, shown, change, drop, save, saveMine, sending, faults, isStale } = useSection(section, stored)
  const title = text(`depotForm.${section}`)
  const overrides = edit && section !== 'place' ? triedSettings(editOf(section, edit)) : null
  return (
    <Panel>
      <form
        aria-label={title}
        className="[&_:is(input,select,button)]:scroll-mb-36"
        onSubmit={(event) => {
          event.preventDefault()
          // Enter saves nothing over what somebody else changed: that has a button of its own.
          if (!isStale) save()
        }}
      >
        <PanelHeader title={title} />
        <div className="grid gap-x-6 gap-y-5 px-5 py-5 sm:grid-cols-2">
          {children({ draft: shown, onChange: change, faults: faults.fields, disabled: !mayChange })}
        </div>
        {mayChange && (
          <div
            className={classes(
              'z-10 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 rounded-b-lg border-line border-t bg-surface/95 px-5 py-3 backdrop-blur-sm',
              edit && 'sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] md:bottom-0',
            )}
          >
            <div className="w-full empty:hidden">
              <FormFault>{isStale ? text('settings.stale') : faults.rest}</FormFault>
            </div>
            {edit && (
              <div className="mr-auto min-w-0 max-sm:w-full">
                <TriedEffect overrides={overrides} locationUid={stored.location.id} folded />
                <p className="text-ink-2 text-sm">{text('settings.unsaved')}</p>
              </div>
            )}
            {edit && (
              <Button tone="quiet" disabled={sending} onClick={drop}>
                {text(isStale ? 'settings.takeTheirs' : 'settings.discard')}
              </Button>
            )}
            {/* A button each: a click that began on Save does not save over what came in between. */}
            {isStale ? (
              <Button key="mine" tone="primary" onClick={saveMine}>
                {text('settings.saveMine')}
                <span className="sr-only">: {title}</span>
              </Button>
            ) : (
              <Button key="save" type="submit" tone="primary" disabled={sending || !edit}>
                {text(sending ? 'action.saving' : 'action.save')}
                <span className="sr-only">: {title}</span>
              </Button>
            )}
          </div>
        )}
      </form>
    </Panel>
  )
}

/** What a section is sent: what was edited of it. */
function editOf(section: DepotSection, { draft, base }: Edit): object {
  return changedOf(patchOf(section, draft), JSON.parse(base))
}

/** The edit of a section: begun by the first change, kept while others are saved, ended by its own Save. */
function useSection(section: DepotSection, stored: StoredDepot) {
  const text = useText()
  const toast = useToast()
  const locale = useLocale()
  const queries = useQueryClient()
  const { location } = stored
  const [edit, setEdit] = useState<Edit | null>(null)
  useUnsaved(edit !== null, text('form.leave'))
  const asStored = useMemo(() => draftOf(location, locale), [location, locale])
  const sectionOf = (one: Location) => JSON.stringify(patchOf(section, draftOf(one, locale)))
  const current = sectionOf(location)
  const refresh = () => queries.invalidateQueries({ queryKey: storedDepotQuery(location.id).queryKey })
  const { send, sending, faults, forget } = useSend(
    async (sent: Edit & { seen: string }) => {
      try {
        await saveSection(stored, editOf(section, sent), (one) => sectionOf(one) === sent.seen)
      } catch (error) {
        // What somebody else saved meanwhile is to be seen.
        void refresh()
        throw error
      }
      return sent
    },
    async (sent) => {
      toast({ tone: 'good', sentence: text('settings.saved') })
      await refreshDepot(queries)
      const now = queries.getQueryData(storedDepotQuery(location.id).queryKey)
      // What was typed while it was sent stays, on what is stored now.
      setEdit((typed) => {
        if (!typed || typed.draft === sent.draft) return null
        if (!now) return typed
        return {
          draft: rebased(typed.draft, sent.draft, draftOf(now.location, locale)),
          base: sectionOf(now.location),
        }
      })
    },
  )
  const isStale = !sending && edit !== null && edit.base !== current
  return {
    ...{ edit, sending, faults, isStale },
    shown: edit?.draft ?? asStored,
    change: (part: Partial<DepotDraft>) =>
      setEdit((typed) => ({ base: typed?.base ?? current, draft: { ...(typed?.draft ?? asStored), ...part } })),
    drop: () => {
      forget()
      setEdit(null)
    },
    save: () => edit && send({ ...edit, seen: edit.base }),
    /** Once it is seen that somebody else changed it, over that. */
    saveMine: () => edit && send({ ...edit, seen: current }),
  }
}
