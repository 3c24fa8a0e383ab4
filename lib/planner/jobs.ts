import type { Job } from '@/lib/planner/network'
import type { Tag } from '@/lib/planner/problem'
import type { Stay } from '@/lib/planner/stay'
import { indexAt, type TimeGrid } from '@/lib/planner/time-grid'

/** A job of the depot's network, and what it asks in each kind of level. */
export interface DepotJob extends Job {
  minimumKwh: number
  restKwh: number
  /** It lies in the margin: only what is missing otherwise goes there. */
  inMargin: boolean
}

/** Missing less than this, in kWh, is rounding and no reason to use a margin. */
export const missingKwh = 1e-6

/** A phase of a stay that its ideals treat as one: energy, and the power that they allow. */
interface Stretch {
  kwh: number
  powerKw: number
  isMinimum: boolean
}

/**
 * The jobs of one stay: one for its window, one for its margin where it has one. A stay that follows ideals has one job
 * a phase, in windows after one another that give each phase the same share of slack, so that SoC and power fit
 * however the energy falls.
 */
export function jobsOf(grid: TimeGrid, stay: Stay, index: number, followsIdeals: boolean): DepotJob[] {
  const place = (fromS: number, toS: number) => ({ first: indexAt(grid, fromS), end: indexAt(grid, toS) })
  const jobs: DepotJob[] = []
  if (!canEverCharge(grid, stay)) return jobs
  if (followsIdeals) {
    for (const { fromS, toS, stretch } of idealWindows(stay)) {
      const [minimumKwh, restKwh] = stretch.isMinimum ? [stretch.kwh, 0] : [0, stretch.kwh]
      jobs.push({ stay: index, ...place(fromS, toS), powerKw: stretch.powerKw, minimumKwh, restKwh, inMargin: false })
    }
    return jobs
  }
  const window = place(stay.startS, stay.deadlineS)
  const margin = place(stay.endS, stay.departureS)
  const hasMargin = margin.end > margin.first
  const own = hasMargin ? withinReach(stay) : { minimumKwh: stay.minimumNeedKwh, restKwh: restKwhOf(stay) }
  jobs.push({ stay: index, ...window, powerKw: stay.maxPowerKw, ...own, inMargin: false })
  if (hasMargin) {
    const minimumKwh = stay.minimumNeedKwh - own.minimumKwh
    const restKwh = restKwhOf(stay) - own.restKwh
    jobs.push({ stay: index, ...margin, powerKw: stay.maxPowerKw, minimumKwh, restKwh, inMargin: true })
  }
  return jobs
}

/** False where the least power of the stay fits neither its vehicle nor, at any time, the site. */
function canEverCharge(grid: TimeGrid, stay: Stay): boolean {
  if (stay.maxPowerKw <= 0 || stay.minPowerKw > stay.maxPowerKw) return false
  if (stay.minPowerKw <= 0) return true
  for (let i = indexAt(grid, stay.startS); i < grid.count && grid.atS[i]! < stay.departureS; i++) {
    if ((grid.limitKw[i]! - grid.baseKw[i]!) * grid.efficiency >= stay.minPowerKw) return true
  }
  return false
}

/** What the stay's own power can reach in its window; the rest is for its margin. */
function withinReach(stay: Stay): { minimumKwh: number; restKwh: number } {
  const reachKwh = ((stay.deadlineS - stay.startS) / 3600) * stay.maxPowerKw
  if (reachKwh >= stay.needKwh - missingKwh) return { minimumKwh: stay.minimumNeedKwh, restKwh: restKwhOf(stay) }
  const minimumKwh = Math.min(stay.minimumNeedKwh, Math.max(0, reachKwh))
  return { minimumKwh, restKwh: Math.min(restKwhOf(stay), Math.max(0, reachKwh - minimumKwh)) }
}

function restKwhOf(stay: Stay): number {
  return Math.max(0, stay.needKwh - stay.minimumNeedKwh)
}

/** The seconds at which the windows of a stay's phases meet; the grid needs a cut there. */
export function idealCutsS(stay: Stay): number[] {
  return idealWindows(stay).map(({ toS }) => toS)
}

/** True when some ideal of the stay lies below its maximum and leaves it time to reach its target. */
export function canFollowIdeals(stay: Stay): boolean {
  const stretches = stretchesOf(stay)
  const binds = stretches.some(({ powerKw }) => powerKw < stay.maxPowerKw)
  return binds && hoursOf(stretches) * 3600 + stretches.length <= stay.deadlineS - stay.startS
}

function hoursOf(stretches: Stretch[]): number {
  return stretches.reduce((sum, { kwh, powerKw }) => sum + kwh / powerKw, 0)
}

function idealWindows(stay: Stay): { fromS: number; toS: number; stretch: Stretch }[] {
  const stretches = stretchesOf(stay)
  const hours = hoursOf(stretches)
  let doneHours = 0
  let fromS = stay.startS
  return stretches.map((stretch) => {
    doneHours += stretch.kwh / stretch.powerKw
    const isLast = stretch === stretches[stretches.length - 1]
    const share = Math.ceil(stay.startS + (stay.deadlineS - stay.startS) * (doneHours / hours))
    const window = { fromS, toS: isLast ? stay.deadlineS : Math.min(stay.deadlineS, share), stretch }
    fromS = window.toS
    return window
  })
}

/** The phases that the stay's energy passes through, with the lowest ideal of each. */
function stretchesOf(stay: Stay): Stretch[] {
  const { startSoc, targetSoc, settings, ev } = stay.schedule
  const bounds: [Tag, number, number][] = [
    ['minimum', 0, settings.minimumSoC],
    ['bulk', settings.minimumSoC, settings.bulkSoC],
    ['saturation', Math.max(settings.minimumSoC, settings.bulkSoC), 100],
  ]
  return bounds.flatMap(([tag, low, high]) => {
    const points = Math.min(targetSoc, high) - Math.max(startSoc, low)
    if (points <= 0) return []
    return [{ kwh: (points * ev.batterySizekWh) / 100, powerKw: idealKw(stay, tag), isMinimum: tag === 'minimum' }]
  })
}

/** The power that a tag's rules allow. */
export function idealKw(stay: Stay, tag: Tag): number {
  return stay.schedule.settings.powerRules.reduce(
    (kw, rule) => (rule.tag === tag && rule.idealPowerkW !== null ? Math.min(kw, rule.idealPowerkW) : kw),
    stay.maxPowerKw,
  )
}
