/** What of a vehicle plans depend on. */
const PLANNED = [
  'fullChargeEnergykWh',
  'maxChargePowerkW',
  'minChargePowerkW',
  'minPreconditioningPowerkW',
  'supportsPauseResume',
  'enableChargeScheduling',
  'v2icpParameters',
  'preconditioning',
  'chargingCurve',
] as const

/** What of the attributes that are said plans depend on. */
export function plannedAttributes(said: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(PLANNED.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])))
}
