import type { Stay } from '@/lib/planner/model/stay'
import type { Tag } from '@/lib/planner/problem'

/** A phase of a stay that its ideals treat as one: energy, and the power that they allow. */
export interface IdealPhase {
  kwh: number
  powerKw: number
  isMinimum: boolean
}

/** The seconds at which the windows of a stay's phases meet; the grid needs a cut there. */
export function idealCutsS(stay: Stay): number[] {
  return idealWindows(stay).map(({ toS }) => toS)
}

/**
 * The stay under the lowest of its ideals: with a minimum power it charges in one go or in few, and follows its ideals so
 * whatever phase it is in.
 */
export function underLowestIdeal(stay: Stay): Stay {
  return { ...stay, maxPowerKw: lowestKw(stretchesOf(stay), stay) }
}

/** True when that lies below its maximum, not below its minimum power, and leaves it time to reach its target. */
export function canStayUnderLowestIdeal(stay: Stay): boolean {
  const lowest = lowestKw(stretchesOf(stay), stay)
  const hasTime = stay.needKwh <= (lowest * (stay.deadlineS - stay.startS)) / 3600
  return lowest < stay.maxPowerKw && lowest >= stay.minPowerKw && hasTime
}

function lowestKw(stretches: IdealPhase[], { maxPowerKw }: Stay): number {
  return stretches.reduce((least, { powerKw }) => Math.min(least, powerKw), maxPowerKw)
}

/** True when some ideal of the stay lies below its maximum and leaves it time to reach its target. */
export function canFollowIdeals(stay: Stay): boolean {
  const stretches = stretchesOf(stay)
  const binds = stretches.some(({ powerKw }) => powerKw < stay.maxPowerKw)
  return binds && hoursOf(stretches) * 3600 + stretches.length <= stay.deadlineS - stay.startS
}

function hoursOf(stretches: IdealPhase[]): number {
  return stretches.reduce((sum, { kwh, powerKw }) => sum + kwh / powerKw, 0)
}

/** The windows of a stay's phases, one after another, each with the same share of the slack. */
export function idealWindows(stay: Stay): { fromS: number; toS: number; stretch: IdealPhase }[] {
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
function stretchesOf(stay: Stay): IdealPhase[] {
  const { targetSoc, schedule } = stay
  const { startSoc, settings, ev } = schedule
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
