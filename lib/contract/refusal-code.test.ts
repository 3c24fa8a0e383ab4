import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeOf } from '@/lib/contract/refusal-code'
import { LEFT_OUT_BY_PAGES, REFUSALS, type RefusalSentence } from '@/lib/contract/refusal-sentences'

const CODES = Object.keys(REFUSALS) as RefusalSentence[]
const VALUES: Record<string, string | number> = {
  ...{ minimum: 0.5, maximum: 100, percent: 80, same: 80, days: 31, soc: 60, seconds: 12, row: 7, rows: 3, free: 9 },
  ...{ from: '2026-11-22T17:30:00.000Z', to: '2026-11-23T04:15:00.000Z', at: '2026-11-23T04:15:00.000Z' },
}

/** A sentence with values in it, and these. */
function filled(code: RefusalSentence): { sentence: string; details: Record<string, string | number> } {
  const details: Record<string, string | number> = {}
  const sentence = REFUSALS[code].replace(/\{(\w+)\}/g, (_whole, name: string) => {
    details[name] = VALUES[name] ?? `some ${name}`
    return String(details[name])
  })
  return { sentence, details }
}

test('each sentence has its own code, and the values that are in it', () => {
  for (const code of CODES) {
    const { sentence, details } = filled(code)
    expect(codeOf(sentence)).toEqual(Object.keys(details).length > 0 ? { code, details } : { code })
  }
})

test('a path before a sentence is no part of it, and what is not known has no code', () => {
  expect(codeOf('schedules[3] overlaps another schedule of this vehicle.')).toEqual({ code: 'hidden-overlaps' })
  expect(codeOf('must be something else')).toBeNull()
  expect(codeOf('must be at most much')).toBeNull()
})

/** Everything that the server may say, as it is written. */
function sources(): string {
  const files = ['lib', 'app/api'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  return files
    .filter((file) => /\.ts$/.test(file) && !/test\.ts$|refusal-sentences\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

/** A piece that says nothing by itself. */
const isTelling = (piece: string) => piece.trim().length > 3

test('each sentence is one that is said somewhere, word for word', () => {
  const said = sources()
  const gone = CODES.filter((code) => !(code in LEFT_OUT_BY_PAGES)).filter((code) =>
    REFUSALS[code]
      .split(/\{\w+\}/)
      .filter(isTelling)
      .some((piece) => !said.includes(piece)),
  )
  expect(gone).toEqual([])
})
