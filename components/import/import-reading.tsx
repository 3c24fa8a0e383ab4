'use client'

import { COLUMNS, columnName, IMPORT_KINDS, type ImportKind, missingColumns } from '@/components/import/columns'
import type { FileReading } from '@/components/import/read-rows'
import { SEPARATORS, type Separator, type Table } from '@/components/import/read-table'
import { useText } from '@/components/messages/use-text'
import { Field } from '@/components/ui/field'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'

/** What somebody has corrected of how a file is read. */
export type Corrections = {
  separator?: Separator
  kind?: ImportKind
  decimal?: FileReading['decimal']
  order?: FileReading['order']
  mapping?: FileReading['mapping']
}

const SEPARATOR_NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const

type ReadingProps = { table: Table; reading: FileReading; onCorrect: (change: Corrections) => void }

/** How a file is read, as it was recognised; everything can be corrected. */
export function ImportReading({ table, reading, onCorrect }: ReadingProps) {
  const text = useText()
  const missing = missingColumns(reading.mapping, reading.kind)
  const map = (index: number, property: string) =>
    onCorrect({
      mapping: reading.mapping.map((own, at) => (at === index ? property || null : own === property ? null : own)),
    })
  return (
    <Panel>
      <PanelHeader title={text('import.reading')} note={text('import.zone', { zone: reading.zone })} />
      <div className="grid gap-4 px-5 py-4 sm:grid-cols-2 xl:grid-cols-4">
        <Field label={text('import.kind')}>
          <Select value={reading.kind} onChange={({ target }) => onCorrect({ kind: kindNamed(target.value) })}>
            {IMPORT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {text(`import.kind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={text('import.separator')}>
          <Select
            value={table.separator}
            onChange={({ target }) => onCorrect({ separator: SEPARATORS.find((one) => one === target.value) })}
          >
            {SEPARATORS.map((one) => (
              <option key={one} value={one}>
                {text(`import.separator.${SEPARATOR_NAMES[one]}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={text('import.decimal')}>
          <Select
            value={reading.decimal}
            onChange={({ target }) => onCorrect({ decimal: target.value === ',' ? ',' : '.' })}
          >
            <option value=".">{text('import.decimal.point')}</option>
            <option value=",">{text('import.decimal.comma')}</option>
          </Select>
        </Field>
        <Field label={text('import.order')}>
          <Select
            value={reading.order}
            onChange={({ target }) => onCorrect({ order: target.value === 'month' ? 'month' : 'day' })}
          >
            <option value="day">{text('import.order.day')}</option>
            <option value="month">{text('import.order.month')}</option>
          </Select>
        </Field>
      </div>
      <fieldset className="border-line border-t px-5 py-4">
        <legend className="sr-only">{text('import.columns')}</legend>
        {missing.length > 0 && (
          <p role="alert" className="mb-3 text-critical text-sm">
            {text('import.missing', {
              columns: missing.map((property) => columnName(reading.kind, property, text)).join(', '),
            })}
          </p>
        )}
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          {table.headings.map((heading, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
            <Field key={index} label={heading || text('import.noHeading', { number: index + 1 })}>
              <Select value={reading.mapping[index] ?? ''} onChange={({ target }) => map(index, target.value)}>
                <option value="">{text('import.ignored')}</option>
                {COLUMNS[reading.kind].map(({ property }) => (
                  <option key={property} value={property}>
                    {columnName(reading.kind, property, text)}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </div>
      </fieldset>
    </Panel>
  )
}

function kindNamed(name: string): ImportKind {
  return name === 'stays' ? 'stays' : 'vehicles'
}
