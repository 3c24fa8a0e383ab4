import { expect, test } from 'vitest'
import { faultWords, whatWords } from '@/components/import/fate-words'
import { leftOutLine, leftOutOf } from '@/components/import/left-words'
import type { Fate } from '@/components/import/preview-rows'
import { coded } from '@/components/import/preview-rows'
import type { ReadRow } from '@/components/import/read-rows'
import { reasonsOf } from '@/components/import/reasons-of'
import { textIn } from '@/components/messages/text'

const de = { text: textIn('de'), locale: 'de-DE', zone: 'Europe/Berlin' }

test('what an import left out is told in the reader’s language, each of its reasons', () => {
  expect(leftOutLine({ row: 'bus-1', reason: 'It was not imported.' }, de)).toBe('bus-1: Es wurde nicht importiert.')
  const reason = 'maxChargePowerkW: must be at least 1; schedules[0].targetSoC: must be a number'
  expect(leftOutLine({ row: 'bus-2', reason }, de)).toBe(
    `bus-2: ${de.text('vehicleForm.maxChargePowerkW')}: ${de.text('refusal.at-least', { minimum: 1 })}; schedules[0].targetSoC: ${de.text('refusal.not-a-number')}`,
  )
})

test('a reason with a semicolon in it is one sentence, and one that nobody knows stays as it is', () => {
  const reason = 'The database is too busy at this moment; nothing was stored. Try again shortly.'
  expect(leftOutLine({ row: 'bus-3', reason }, de)).toBe(`bus-3: ${de.text('refusal.database-busy')}`)
  expect(leftOutLine({ row: 'Zeile 4', reason: 'SoC: „viel“ ist keine Zahl' }, de)).toBe(
    'Zeile 4: SoC: „viel“ ist keine Zahl',
  )
})

test('a row that the page itself leaves out is kept in no reader’s language, and told to each in theirs', () => {
  const row: ReadRow = {
    ...{ line: 7, vehicleId: 'bus-4', said: {} },
    faults: [
      { property: 'targetSoC', cell: 'viel; sehr\nviel', why: 'number' },
      { property: 'plannedArrivalTime', cell: '', why: 'missing' },
    ],
  }
  const fate: Fate = { fate: 'fault', reasons: [{ name: '', ...coded('overlaps another schedule of this vehicle.') }] }
  const kept = leftOutOf(row, reasonsOf(row, fate), true)
  expect(kept).toEqual({
    row: 'Row 7 (bus-4)',
    reason:
      'targetSoC: is not a number: “viel;sehr viel”; plannedArrivalTime: is missing; overlaps another schedule of this vehicle.',
  })
  expect(leftOutLine(kept, de)).toBe(
    'Zeile 7 (bus-4): Ziel: „viel;sehr viel“ ist keine Zahl.; Ankunft: Diese Angabe fehlt.; Das überschneidet sich mit einer anderen Standzeit dieses Fahrzeugs.',
  )
})

test('a row that overlaps another names that by its number, in the preview and afterwards', () => {
  const row: ReadRow = { line: 3, vehicleId: 'bus-5', said: {}, faults: [] }
  const message = 'overlaps row 5 from 2026-11-22T17:30:00.000Z to 2026-11-23T04:15:00.000Z'
  const fate: Fate = { fate: 'fault', reasons: [{ name: '', ...coded(message) }] }
  const told = 'Das überschneidet sich mit Zeile 5, von So., 22. Nov., 18:30 bis Mo., 23. Nov., 05:15.'
  expect(faultWords(row, fate, { kind: 'stays', reading: de })).toEqual([told])
  expect(leftOutLine(leftOutOf(row, reasonsOf(row, fate), true), de)).toBe(`Zeile 3 (bus-5): ${told}`)
})

test('the preview calls a column as its form does, in the reader’s language', () => {
  const row: ReadRow = { line: 3, vehicleId: 'bus-5', said: {}, faults: [] }
  const told = { kind: 'stays' as const, reading: de }
  const fault: Fate = { fate: 'fault', reasons: [{ name: 'targetSoC', ...coded('must be a number') }] }
  expect(faultWords(row, fault, told)).toEqual([
    de.text('import.fault.of', { name: de.text('stayForm.targetSoC'), reason: de.text('refusal.not-a-number') }),
  ])
  const changed: Fate = { fate: 'changed', changes: [{ name: 'plannedDepartureTime', before: 1, after: 2 }] }
  expect(whatWords(row, changed, told)).toBe('Abfahrt: 1 → 2')
})
