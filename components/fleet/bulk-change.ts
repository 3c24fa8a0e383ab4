import { quantityOf } from '@/components/format/typed-number'
import type { ReadRow } from '@/components/import/read-rows'

export const BULK_NUMBERS = ['fullChargeEnergykWh', 'maxChargePowerkW', 'minChargePowerkW'] as const
export const BULK_SWITCHES = ['supportsPauseResume', 'enableChargeScheduling'] as const
type BulkNumber = (typeof BULK_NUMBERS)[number]
type BulkSwitch = (typeof BULK_SWITCHES)[number]

/** What many vehicles are to become, as it is typed; empty: it stays as it is. */
export type BulkDraft = Record<'evModel' | 'locationUid' | BulkNumber, string> & Record<BulkSwitch, '' | 'on' | 'off'>

export const NO_CHANGE: BulkDraft = {
  ...{ evModel: '', locationUid: '', fullChargeEnergykWh: '', maxChargePowerkW: '', minChargePowerkW: '' },
  ...{ supportsPauseResume: '', enableChargeScheduling: '' },
}

/** What of vehicles is changed, under the API's names; `wrong`: what is typed and is no number. */
export function bulkChange(draft: BulkDraft): { said: Record<string, unknown>; wrong: BulkNumber[] } {
  const typed = BULK_NUMBERS.filter((name) => draft[name].trim() !== '')
  const switched = BULK_SWITCHES.filter((name) => draft[name] !== '')
  const said = {
    ...(draft.evModel.trim() !== '' && { evModel: draft.evModel.trim() }),
    ...(draft.locationUid !== '' && { locationUid: [draft.locationUid] }),
    ...Object.fromEntries(typed.map((name) => [name, quantityOf(draft[name])])),
    ...Object.fromEntries(switched.map((name) => [name, draft[name] === 'on'])),
  }
  return { said, wrong: typed.filter((name) => !Number.isFinite(quantityOf(draft[name]))) }
}

/** The change as rows of an import, one a vehicle, so that it is tried, written and undone as one. */
export function bulkRows(vehicleIds: readonly string[], said: Record<string, unknown>): ReadRow[] {
  if (Object.keys(said).length === 0) return []
  return vehicleIds.map((vehicleId, index) => ({ line: index + 1, vehicleId, said, faults: [] }))
}
