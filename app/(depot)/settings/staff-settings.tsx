'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/app/(depot)/_data/call'
import { FailedQuery } from '@/app/(depot)/_depot/failed-query'
import { staffQuery } from '@/app/(depot)/settings/access-queries'
import { ConfirmRemoval } from '@/app/(depot)/settings/confirm-removal'
import { StaffForm } from '@/app/(depot)/settings/staff-form'
import { locationNames } from '@/app/(depot)/settings/token-settings'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { type CardRow, CardTable } from '@/components/ui/card-table'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Staff } from '@/lib/contract/access'
import type { Location } from '@/lib/contract/location'

type StaffSettingsProps = { locations: readonly Location[]; me: string }

/** The people who may sign in, and what they may do. */
export function StaffSettings({ locations, me }: StaffSettingsProps) {
  const text = useText()
  const queries = useQueryClient()
  const staff = useQuery(staffQuery)
  const [editing, setEditing] = useState<Staff | 'new' | null>(null)
  const [removing, setRemoving] = useState<Staff | null>(null)
  const reload = () => queries.invalidateQueries({ queryKey: staffQuery.queryKey })
  return (
    <>
      <Panel>
        <PanelHeader title={text('staff.title')} note={text('staff.note')}>
          <Button size="small" onClick={() => setEditing('new')}>
            <Plus aria-hidden />
            {text('staff.new')}
          </Button>
        </PanelHeader>
        {staff.data ? (
          <StaffTable staff={staff.data} locations={locations} me={me} onEdit={setEditing} onRemove={setRemoving} />
        ) : staff.isError ? (
          <FailedQuery query={staff} className="m-5" />
        ) : (
          <SkeletonRows rows={3} label={text('app.loading')} />
        )}
      </Panel>
      {editing && (
        <StaffForm
          key={editing === 'new' ? 'new' : editing.id}
          person={editing === 'new' ? null : editing}
          locations={locations}
          onSaved={reload}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <ConfirmRemoval
          title={text('staff.removeTitle', { name: removing.name })}
          body={text('staff.removeBody')}
          action={text('staff.remove')}
          done={text('staff.removed', { name: removing.name })}
          remove={() => call('deleteStaff', 'DELETE /staff/{id}', { params: { id: removing.id } })}
          onRemoved={reload}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  )
}

type StaffTableProps = StaffSettingsProps & {
  staff: readonly Staff[]
  onEdit: (person: Staff) => void
  onRemove: (person: Staff) => void
}

function StaffTable({ staff, locations, me, onEdit, onRemove }: StaffTableProps) {
  const text = useText()
  const rows = staff.map(
    (person): CardRow => ({
      id: person.id,
      name: (
        <>
          {person.name}
          {person.id === me && <span className="ml-1.5 font-normal text-ink-3">({text('staff.you')})</span>}
        </>
      ),
      cells: [
        person.email,
        text(`role.${person.role}`),
        locationNames(person.locationUids, locations) ?? text('tokens.allLocations'),
      ],
      action: (
        <span className="inline-flex gap-1">
          <Button
            tone="quiet"
            size="small"
            aria-label={text('staff.edit', { name: person.name })}
            onClick={() => onEdit(person)}
          >
            {text('staff.editShort')}
          </Button>
          {person.id !== me && (
            <Button
              tone="quiet"
              size="small"
              aria-label={text('staff.removeTitle', { name: person.name })}
              onClick={() => onRemove(person)}
            >
              {text('staff.remove')}
            </Button>
          )}
        </span>
      ),
    }),
  )
  const columns = [text('staff.email'), text('staff.role'), text('staff.locations')]
  return <CardTable nameColumn={text('staff.name')} columns={columns} rows={rows} />
}
