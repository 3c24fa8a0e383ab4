'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { type AuditFilter, AuditHistory } from '@/app/(depot)/_audit/audit-history'
import { call } from '@/app/(depot)/_data/call'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { auditCsv } from '@/components/audit/audit-csv'
import type { LabelKey } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'
import { Select } from '@/components/ui/select'
import type { AuditAction, AuditEntry, AuditKind } from '@/lib/contract/audit'
import type { Location } from '@/lib/contract/location'

// Written out: the lists of the contract would bring its validation into the browser. The compiler holds them complete.
const KINDS: Record<AuditKind, LabelKey> = {
  location: 'audit.kind.location',
  vehicle: 'audit.kind.vehicle',
  schedule: 'audit.kind.schedule',
  station: 'audit.kind.station',
  'station-command': 'audit.kind.station-command',
  alarm: 'audit.kind.alarm',
  simulation: 'audit.kind.simulation',
  staff: 'audit.kind.staff',
  token: 'audit.kind.token',
  session: 'audit.kind.session',
}
const ACTIONS: Record<AuditAction, LabelKey> = {
  created: 'audit.action.created',
  changed: 'audit.action.changed',
  deleted: 'audit.action.deleted',
}

/** Who changed what: filters that stay in the URL, the entries, and an export of what they leave. */
export function AuditSettings({ locations, zone }: { locations: readonly Location[]; zone: string }) {
  const text = useText()
  const { get, set } = useUrlState()
  const filter: AuditFilter = {
    kind: chosen(KINDS, get('what')),
    action: chosen(ACTIONS, get('change')),
    locationUid: get('in') ?? undefined,
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
        >
          {Object.entries(KINDS).map(([kind, label]) => [kind, text(label)])}
        </Choice>
        <Choice
          label={text('audit.action')}
          any={text('audit.anyAction')}
          value={filter.action}
          onChange={(change) => set({ change })}
        >
          {Object.entries(ACTIONS).map(([action, label]) => [action, text(label)])}
        </Choice>
        <Choice
          label={text('audit.depot')}
          any={text('audit.anyDepot')}
          value={filter.locationUid}
          onChange={(depot) => set({ in: depot })}
        >
          {locations.map(({ id, name }) => [id, name ?? id])}
        </Choice>
      </fieldset>
      <AuditHistory filter={filter} zone={zone} />
    </Panel>
  )
}

function chosen<K extends string>(known: Record<K, unknown>, value: string | null): K | undefined {
  return value !== null && value in known ? (value as K) : undefined
}

type ChoiceProps = {
  label: string
  any: string
  value: string | undefined
  onChange: (value: string | null) => void
  children: [value: string, label: string][]
}

function Choice({ label, any, value, onChange, children }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select is inside
    <label className="grid gap-1 text-ink-3 text-xs">
      {label}
      <Select value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
        <option value="">{any}</option>
        {children.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </Select>
    </label>
  )
}

/** A file of more entries than this is asked of the API instead. */
const MOST_EXPORTED = 10_000

function ExportButton({ filter }: { filter: AuditFilter }) {
  const text = useText()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const date = new Date().toISOString().slice(0, 10)
      saveFile(text('audit.file', { date }), auditCsv(await allOf(filter)))
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

async function allOf(filter: AuditFilter): Promise<AuditEntry[]> {
  const all: AuditEntry[] = []
  let before: string | undefined
  do {
    const query = { ...filter, limit: '1000', ...(before && { before }) }
    const { body } = await call('listAudit', 'GET /audit', { query })
    all.push(...body.entries)
    before = body.before
  } while (before && all.length < MOST_EXPORTED)
  return all
}
