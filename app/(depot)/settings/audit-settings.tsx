'use client'

import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { type AuditFilter, AuditHistory } from '@/app/(depot)/_audit/audit-history'
import { call } from '@/app/(depot)/_data/call'
import { errorSentence } from '@/app/(depot)/_data/error-sentence'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { staffQuery, tokensQuery } from '@/app/(depot)/settings/access-queries'
import { auditCsv } from '@/components/audit/audit-csv'
import { timeOfDays } from '@/components/audit/audit-days'
import { AuditTexts } from '@/components/messages/audit-texts'
import { useAuditText } from '@/components/messages/use-audit-text'
import { useLocale } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'
import { Select } from '@/components/ui/select'
import { useToast } from '@/components/ui/toast'
import type { AuditEntry } from '@/lib/contract/audit'
import { AUDIT_ACTIONS, AUDIT_KINDS } from '@/lib/contract/enumerations'
import type { Location } from '@/lib/contract/location'

/** The first and the last day that are shown, in the URL. */
const DAYS = ['first', 'last'] as const

type AuditSettingsProps = { locations: readonly Location[]; zone: string }

/** Who changed what: filters that stay in the URL, the entries, and an export of what they leave. */
export function AuditSettings(props: AuditSettingsProps) {
  return (
    <AuditTexts>
      <AuditPanel {...props} />
    </AuditTexts>
  )
}

function AuditPanel({ locations, zone }: AuditSettingsProps) {
  const text = useAuditText()
  const { get, set } = useUrlState()
  const filter: AuditFilter = {
    kind: AUDIT_KINDS.find((one) => one === get('what')),
    action: AUDIT_ACTIONS.find((one) => one === get('change')),
    locationUid: get('in') ?? undefined,
    by: get('who') ?? undefined,
    ...timeOfDays(get('first'), get('last'), zone),
  }
  return (
    <Panel>
      <PanelHeader title={text('audit.title')} note={text('audit.note')}>
        <ExportButton filter={filter} />
      </PanelHeader>
      <fieldset className="grid gap-3 border-line border-b px-5 py-3 sm:grid-cols-3">
        <legend className="sr-only">{text('audit.filters')}</legend>
        <Choice
          label={text('audit.kind')}
          any={text('audit.anyKind')}
          value={filter.kind}
          onChange={(what) => set({ what })}
          options={AUDIT_KINDS.map((kind) => ({ value: kind, label: text(`audit.kind.${kind}`) }))}
        />
        <Choice
          label={text('audit.action')}
          any={text('audit.anyAction')}
          value={filter.action}
          onChange={(change) => set({ change })}
          options={AUDIT_ACTIONS.map((action) => ({ value: action, label: text(`audit.action.${action}`) }))}
        />
        <Choice
          label={text('audit.depot')}
          any={text('audit.anyDepot')}
          value={filter.locationUid}
          onChange={(depot) => set({ in: depot })}
          options={locations.map(({ id, name }) => ({ value: id, label: name ?? id }))}
        />
        <Choice
          label={text('audit.who')}
          any={text('audit.anyone')}
          value={filter.by}
          onChange={(who) => set({ who })}
          options={useWriters(filter.by)}
        />
        {DAYS.map((day) => (
          <Field key={day} label={text(`audit.day.${day}`)}>
            <Input type="date" value={get(day) ?? ''} onChange={({ target }) => set({ [day]: target.value })} />
          </Field>
        ))}
      </fieldset>
      <AuditHistory filter={filter} zone={zone} />
    </Panel>
  )
}

/** Who can have changed something: staff and tokens; one that is gone only while the URL names it, by its id. */
function useWriters(chosen: string | undefined): { value: string; label: string }[] {
  const text = useAuditText()
  const staff = useQuery(staffQuery).data ?? []
  const tokens = useQuery(tokensQuery).data ?? []
  const known = [
    ...staff.map(({ id, name }) => ({ value: id, label: name })),
    ...tokens.map(({ id, name }) => ({ value: id, label: text('audit.token', { name }) })),
  ]
  const isGone = chosen !== undefined && known.every(({ value }) => value !== chosen)
  return isGone ? [...known, { value: chosen, label: chosen }] : known
}

type ChoiceProps = {
  label: string
  any: string
  value: string | undefined
  onChange: (value: string | null) => void
  options: readonly { value: string; label: string }[]
}

function Choice({ label, any, value, onChange, options }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** A file of more entries than this is asked of the API instead. */
const MOST_EXPORTED = 10_000

function ExportButton({ filter }: { filter: AuditFilter }) {
  const text = useAuditText()
  const locale = useLocale()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const date = new Date().toISOString().slice(0, 10)
      const { entries, isCut } = await latestOf(filter)
      saveFile(text('audit.file', { date }), auditCsv(entries, { locale, text }))
      if (isCut) toast({ tone: 'critical', sentence: text('audit.cut', { count: entries.length }) })
    } catch (error) {
      toast({ tone: 'critical', sentence: errorSentence(error, text) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button tone="quiet" size="small" disabled={busy} onClick={save}>
      <Download aria-hidden />
      {text('audit.export')}
    </Button>
  )
}

async function latestOf(filter: AuditFilter): Promise<{ entries: AuditEntry[]; isCut: boolean }> {
  const entries: AuditEntry[] = []
  let before: string | undefined
  do {
    const query = { ...filter, limit: '1000', ...(before && { before }) }
    const { body } = await call('listAudit', 'GET /audit', { query })
    entries.push(...body.entries)
    before = body.before
  } while (before && entries.length < MOST_EXPORTED)
  return { entries, isCut: before !== undefined }
}
