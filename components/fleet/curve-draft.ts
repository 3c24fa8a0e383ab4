import { numberOf, quantityOf, typedNumber } from '@/components/format/typed-number'
import type { Vehicle } from '@/lib/contract/vehicle'

export type ChargingCurve = NonNullable<Vehicle['chargingCurve']>
/** A charging curve while it is edited; `key` keeps a row's identity. */
export type CurveDraft = readonly { key: number; soc: string; powerkW: string }[]

let lastKey = 0

/** A point that nobody has filled in. */
export function emptyPoint(): CurveDraft[number] {
  lastKey += 1
  return { key: lastKey, soc: '', powerkW: '' }
}

/** The draft that shows a curve as it is. */
export function curveDraftOf(curve: ChargingCurve, locale: string): CurveDraft {
  const text = (value: number) => typedNumber(value, locale)
  return curve.map(({ soc, powerkW }) => ({ ...emptyPoint(), soc: text(soc), powerkW: text(powerkW) }))
}

/** What a draft says, unchecked: what is not a number stays text for the schema's sentence; no point is no curve. */
export function curveInputOf(draft: CurveDraft): object[] | null {
  const orText = (value: string, number: number) => (Number.isFinite(number) ? number : value)
  if (draft.length === 0) return null
  return draft.map(({ soc, powerkW }) => ({
    soc: orText(soc, numberOf(soc)),
    powerkW: orText(powerkW, quantityOf(powerkW)),
  }))
}
