import type { z } from 'zod'
import { isAbout, THOUSAND } from '@/lib/charging/plausibility/meter-unit'
import { fields, list, number, text } from '@/lib/ocpp/read/tolerant'

const unitOfMeasure = fields({ unit: text, multiplier: number })

/** One measured value: OCPP 1.6 has `unit`, 2.0.1 `unitOfMeasure`. */
export const SampledValue = fields({
  value: number,
  measurand: text,
  unit: text,
  unitOfMeasure,
  phase: text,
  location: text,
  format: text,
})
export const SampledValues = list(SampledValue)
type Sampled = z.output<typeof SampledValue>

/** What a station measured at one moment; kW, kWh (its lifetime register) and percent. */
export type Measured = { powerKw?: number; meterKwh?: number; soc?: number }

const ENERGY = 'energy.active.import.register'
const POWER = 'power.active.import'
const CURRENT = 'current.import'
const VOLTAGE = 'voltage'
const USUAL_VOLTAGE = 230

/** The outlet is what vehicles are charged from; where a station says it for another place, the nearest is taken. */
const PLACES = ['outlet', 'ev', 'cable', 'body', 'inlet', 'upstream']

/** Reads power, register and SoC out of sampled values; what is not there stays out. */
export function measuredIn(values: readonly Sampled[]): Measured {
  const of = (measurand: string) => nearest(values.filter((each) => measurandOf(each) === measurand))
  const power = confirmed(total(of(POWER)), powerOfCurrents(of(CURRENT), of(VOLTAGE)))
  const energy = total(of(ENERGY))
  const soc = of('soc').at(-1)
  return {
    ...(power !== undefined && { powerKw: rounded(power / 1000) }),
    ...(energy !== undefined && { meterKwh: rounded(energy / 1000) }),
    ...(soc !== undefined && { soc: rounded(baseOf(soc)) }),
  }
}

/** A power that its current and voltage show to be about a thousand times as much was said in kW and labelled W. */
function confirmed(saidW: number | undefined, madeW: number | undefined): number | undefined {
  if (saidW === undefined || madeW === undefined) return saidW ?? madeW
  return isAbout(madeW, THOUSAND * saidW) ? saidW * THOUSAND : saidW
}

/** What a value is of; undefined where it cannot be read: it is no number, it is signed, or its unit is none of it. */
function measurandOf(sampled: Sampled): string | undefined {
  const { measurand, value, format } = sampled
  if (value === undefined || /^signeddata$/i.test(format ?? '')) return undefined
  const name = (measurand ?? ENERGY).toLowerCase()
  const unit = unitOf(sampled)
  return unit === '' || (UNITS[name]?.test(unit) ?? true) ? name : undefined
}

/** The units of what is measured, with and without a prefix; an SoC is in percent, whatever that is called. */
const UNITS: Readonly<Record<string, RegExp>> = {
  [ENERGY]: /^k?wh$/,
  [POWER]: /^k?(w|watts?|va)$/,
  [CURRENT]: /^k?(a|amps?|amperes?)$/,
  [VOLTAGE]: /^k?(v|volts?)$/,
}

function unitOf({ unit, unitOfMeasure }: Sampled): string {
  return (unit ?? unitOfMeasure.unit ?? '').trim().toLowerCase()
}

function nearest(values: Sampled[]): Sampled[] {
  const rank = ({ location }: Sampled) => Math.max(0, PLACES.indexOf((location ?? 'outlet').toLowerCase()))
  const best = Math.min(...values.map(rank))
  return values.filter((value) => rank(value) === best)
}

/** In W or Wh: the value of all phases together where there is one, else the sum of the phases. */
function total(values: Sampled[]): number | undefined {
  const whole = values.filter(({ phase }) => phase === undefined).at(-1)
  if (whole) return baseOf(whole)
  const phases = byPhase(values)
  return phases.size === 0 ? undefined : [...phases.values()].reduce((sum, value) => sum + baseOf(value), 0)
}

/** Each phase once, the later value counting: `L1` and `L1-N` are the same conductor; neutral and line pairs are none. */
function byPhase(values: Sampled[]): Map<string, Sampled> {
  const found = new Map<string, Sampled>()
  for (const value of values) {
    const phase = /^(L[123])(?:-N)?$/i.exec(value.phase ?? '')?.[1]?.toUpperCase()
    if (phase) found.set(phase, value)
  }
  return found
}

/** A current says a power where its voltage is known, or where it has phases: those are of the public grid. */
function powerOfCurrents(currents: Sampled[], voltages: Sampled[]): number | undefined {
  const volts = byPhase(voltages)
  const anyVoltage = voltages.find(({ phase }) => phase === undefined) ?? [...volts.values()][0]
  const phases = byPhase(currents)
  if (phases.size > 0) {
    const voltsOf = (phase: string) => baseOf(volts.get(phase) ?? anyVoltage) || USUAL_VOLTAGE
    return [...phases].reduce((sum, [phase, current]) => sum + baseOf(current) * voltsOf(phase), 0)
  }
  const current = currents.find(({ phase }) => phase === undefined)
  return current && anyVoltage ? baseOf(current) * baseOf(anyVoltage) : undefined
}

function baseOf(sampled: Sampled | undefined): number {
  if (sampled?.value === undefined) return 0
  const kilo = unitOf(sampled).startsWith('k') ? 1000 : 1
  return sampled.value * kilo * 10 ** Math.max(-9, Math.min(9, sampled.unitOfMeasure.multiplier ?? 0))
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** The newest time (epoch ms) at which something was measured; undefined: none is told. */
export function newestIn(values: readonly { timestamp?: { ms: number }; sampledValue: readonly Sampled[] }[]) {
  const times = values.flatMap(({ timestamp, sampledValue }) =>
    timestamp && Object.keys(measuredIn(sampledValue)).length > 0 ? [timestamp.ms] : [],
  )
  return times.length > 0 ? Math.max(...times) : undefined
}
