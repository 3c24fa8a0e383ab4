import type { PlanOverridesInput } from '@/lib/contract/plan-overrides'

const NUMBERS = [
  'powerLimitkW',
  'chargingEfficiency',
  'minimumSoC',
  'bulkSoC',
  'departureMarginMinutes',
  'readyBufferMinutes',
  'assumedArrivalSoC',
  'demandChargePerkW',
  'peakSoFarkW',
  'perkWh',
  'powerkW',
]
const WALL_TIME = /^\d{2}:\d{2}$/

/** The settings of a depot that plans depend on. */
const PLANNED = ['strategy', 'powerLimits', 'tariff', 'baseLoad', ...NUMBERS]

/**
 * What is tried while a depot's settings are edited: those of its change that plans depend on; null while something typed
 * is no number or no time.
 */
export function triedSettings(patch: object): PlanOverridesInput | null {
  const said = Object.fromEntries(Object.entries(patch).filter(([name]) => PLANNED.includes(name)))
  return isSound(said) ? said : null
}

/** What is not a number was left as it was typed, in lists as NaN. */
function isSound(value: unknown, name = ''): boolean {
  if (NUMBERS.includes(name)) return value === null || (typeof value === 'number' && Number.isFinite(value))
  if (Array.isArray(value)) return value.every((entry) => isSound(entry))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([key, part]) => isSound(part, key))
  return (name !== 'from' && name !== 'to') || isTime(value)
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && (WALL_TIME.test(value) || Number.isFinite(Date.parse(value)))
}
