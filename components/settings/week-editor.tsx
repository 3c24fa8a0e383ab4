'use client'

import { Plus, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useText } from '@/components/messages/use-text'
import { emptyRow, slotsOfRows, type WeekRow } from '@/components/settings/week-slots'
import { Button } from '@/components/ui/button'
import { DayToggles } from '@/components/ui/day-toggles'
import { Input } from '@/components/ui/input'

const WeekPicture = dynamic(() => import('@/components/settings/week-picture').then((module) => module.WeekPicture), {
  ssr: false,
  loading: () => <div className="h-[140px]" />,
})

type WeekEditorProps = {
  name: string
  note: string
  valueName: string
  unit: string
  rows: readonly WeekRow[]
  onChange: (rows: WeekRow[]) => void
  disabled: boolean
  /** What the server says against the week. */
  fault?: string
  /** How its values are typed. */
  read: (text: string) => number
  dated: number
}

/** A typical week of a value: its picture, and its hours as rows. */
export function WeekEditor(props: WeekEditorProps) {
  const { name, note, unit, rows, onChange, disabled, fault, dated, read } = props
  const text = useText()
  const replace = (key: number, change: Partial<WeekRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-medium text-sm">
        {name} <span className="font-normal text-ink-3 text-xs">{unit}</span>
      </legend>
      <p className="text-ink-3 text-sm">{note}</p>
      {rows.length > 0 && <WeekPicture name={name} unit={unit} slots={slotsOfRows(rows, read)} />}
      {rows.length > 0 && (
        <div className="flex flex-col gap-2">
          {rows.map((row) => (
            <WeekRowFields
              key={row.key}
              {...props}
              row={row}
              onChange={(change) => replace(row.key, change)}
              onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          ))}
        </div>
      )}
      {fault && (
        <p role="alert" className="text-critical text-sm">
          {fault}
        </p>
      )}
      {dated > 0 && <p className="text-ink-3 text-sm">{text('week.dated', { count: dated })}</p>}
      {!disabled && (
        <Button className="self-start" size="small" onClick={() => onChange([...rows, emptyRow()])}>
          <Plus aria-hidden />
          {text('week.add')}
        </Button>
      )}
    </fieldset>
  )
}

type RowProps = {
  row: WeekRow
  name: string
  valueName: string
  unit: string
  disabled: boolean
  onChange: (change: Partial<WeekRow>) => void
  onRemove: () => void
}

function WeekRowFields({ row, name, valueName, unit, disabled, onChange, onRemove }: RowProps) {
  const text = useText()
  const field = (label: string) => ({ 'aria-label': `${name}: ${label}` })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <DayToggles label={`${name}: ${text('week.days')}`} value={row.days} onChange={(days) => onChange({ days })} />
      <Input
        {...field(text('week.from'))}
        className="w-20"
        inputMode="numeric"
        value={row.from}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <span aria-hidden>–</span>
      <Input
        {...field(text('week.to'))}
        className="w-20"
        inputMode="numeric"
        value={row.to}
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <Input
        {...field(`${valueName}, ${unit}`)}
        className="w-24 text-right"
        inputMode="decimal"
        placeholder="0"
        value={row.value}
        onChange={(event) => onChange({ value: event.target.value })}
      />
      {!disabled && (
        <Button tone="quiet" size="icon-small" aria-label={text('week.remove')} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      )}
    </div>
  )
}
