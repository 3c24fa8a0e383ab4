import type { Fix } from '@/lib/planner/explain/apply-fix'
import type { SegmentReason } from '@/lib/planner/explain/segment-reasons'
import type { Shortfall } from '@/lib/planner/explain/shortfall'

/** Writes an instant, epoch ms, as a time of day in the depot's zone. */
export type FormatTime = (epochMs: number) => string

/** Why a segment is as it is, in an English sentence without its full stop: "waits: 01:40 is cheaper". */
export function describeReason(reason: SegmentReason, time: FormatTime): string {
  switch (reason.code) {
    case 'ready':
      return `ready: ${number(reason.targetSoc)} % is reached`
    case 'preconditions':
      return `preconditions with ${number(reason.powerKw)} kW`
    case 'keeps-free-for-preconditioning':
      return 'waits: the battery is conditioned before departure'
    case 'charges-at-full-power':
      return `charges at its full ${number(reason.powerKw)} kW`
    case 'waits-for-cheaper':
      return `waits: ${time(reason.at)} is cheaper`
    case 'waits-at-limit':
      return `waits: the depot is at its limit of ${number(reason.limitKw)} kW until ${time(reason.until)}`
    case 'waits-at-peak':
      return `waits: the depot is at its peak of ${number(reason.peakKw)} kW until ${time(reason.until)}`
    case 'waits-for-its-block':
      return `waits: it cannot pause and charges in one go from ${time(reason.at)}`
    case 'waits-with-time-to-spare':
      return `waits: it has time enough from ${time(reason.at)}`
    case 'waits-without-room':
      return 'waits: there is no room left for it'
    case 'held-at-limit':
      return `held at ${number(reason.powerKw)} kW: the depot is at its limit of ${number(reason.limitKw)} kW`
    case 'held-at-peak':
      return `held at ${number(reason.powerKw)} kW: the depot is at its peak`
    case 'held-by-ideal':
      return `held at ${number(reason.powerKw)} kW: the ideal power for ${reason.tag} charging`
    case 'held-by-setting':
      return `held at ${number(reason.powerKw)} kW by its settings`
    case 'held-with-time-to-spare':
      return `held at ${number(reason.powerKw)} kW: it has time to spare`
  }
}

/** Why a vehicle is short, in an English sentence without its full stop. */
export function describeShortfall(shortfall: Shortfall): string {
  const missing = `${number(shortfall.missingPoints)} points short of ${number(shortfall.targetSoc)} %`
  switch (shortfall.cause) {
    case 'cannot-charge':
      return `${missing}: no charging power is allowed for it`
    case 'stay-too-short':
      return `${missing}: the stay has ${minutes(shortfall.availableMinutes)}, full power needs ${minutes(shortfall.neededMinutes)}`
    case 'started-too-late':
      return `${missing}: ${minutes(shortfall.availableMinutes)} are left, full power needs ${minutes(shortfall.neededMinutes)}`
    case 'site-limit':
      return `${missing}: the site limit leaves too little power`
  }
}

/** What would end a shortfall, in English: "+42 kW on the limit 03:00–04:10". */
export function describeFix(fix: Fix, time: FormatTime, name: (scheduleId: string) => string = (id) => id): string {
  switch (fix.kind) {
    case 'raise-limit':
      return `+${number(fix.byKw)} kW on the limit ${time(fix.from)}–${time(fix.to)}`
    case 'lower-target':
      return `target ${number(fix.targetSoc)} %`
    case 'later-departure':
      return `leave ${minutes(fix.byMinutes)} later, at ${time(fix.to)}`
    case 'higher-priority':
      return fix.costs.length === 0
        ? `priority ${fix.priority}, at nobody's cost`
        : `priority ${fix.priority}, at the cost of ${fix.costs.map((cost) => `${name(cost.scheduleId)} (${number(cost.points)} points)`).join(', ')}`
  }
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function minutes(value: number): string {
  const whole = Math.ceil(value - 1e-6)
  return whole < 120 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`
}
