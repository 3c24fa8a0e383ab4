import type { RoomSteps } from '@/lib/planner/segments/room-steps'
import type { HeldPower } from '@/lib/planner/steady/held-power'
import { hurriedShare, sameShare, worthHours } from '@/lib/planner/steady/steady-rules'
import type { Turn } from '@/lib/planner/steady/turn'

/** Room below this, in kW, is none. */
const nothingKw = 0.01
/** Energy below this, in kWh, is rounding. */
const nothingKwh = 1e-6

/** A time in which energy costs the same, and how much of it may be charged there by vehicles that are in no hurry. */
export interface PricedTime {
  toS: number
  leftKwh: number
}

/**
 * Gives out the room in the order of time, so that power changes seldom: a vehicle that charges goes on at the same power until
 * it is done or its curve falls, and then at what its curve gives; one whose time is tight comes first; then the one with the least time to spare,
 * where there is room worth beginning with. So nobody is left with the end of its curve, which takes longest, for its last minutes.
 * @param room what the site has for these stays, kW at the vehicle
 * @param worth from what share of its maximum on power is worth beginning with, or a change
 * @returns the first that did not get what it is to get, with which it ends; undefined where all did
 */
export function giveTurns(
  turns: readonly Turn[],
  room: RoomSteps,
  prices: readonly PricedTime[],
  worth: number,
): Turn | undefined {
  const coming = turns.toSorted((a, b) => a.stay.startS - b.stay.startS)
  let there: Turn[] = []
  let k = 0
  let next = 0
  for (let second = room.startS; second < room.endS; ) {
    while (k + 1 < prices.length && prices[k]!.toS <= second) k++
    const price = prices[k]!
    for (; next < coming.length && coming[next]!.stay.startS <= second; next++) there.push(coming[next]!)
    // Their order changes seldom, and what is in order is sorted quickly.
    there = there.filter((turn) => turn.isThere(second)).sort(inOrder)
    settle(there, { second, roomKw: room.least(second, second + 1), leftKwh: price.leftKwh, worth })
    const comesS = coming[next]?.stay.startS ?? Number.POSITIVE_INFINITY
    const changesS = Math.min(room.nextChangeS(second), price.toS, comesS)
    const toS = nextS(there, second, changesS, price.leftKwh)
    for (const turn of there) {
      if (turn.hurriedS > second) price.leftKwh -= (turn.powerKw * (toS - second)) / 3600
      turn.pass(second, toS)
      if (turn.goalKwh - turn.kwh > nothingKwh && toS >= turn.stay.deadlineS) return turn
    }
    second = toS
  }
  return turns.find(({ goalKwh, kwh }) => goalKwh - kwh > nothingKwh)
}

/** Higher rank and priority first, then one that is nearly done, then the least time to spare. */
function inOrder(a: Turn, b: Turn): number {
  const [one, other] = [a.stay, b.stay]
  if (one.rank !== other.rank) return one.rank - other.rank
  const priority = other.schedule.priority - one.schedule.priority
  if (priority !== 0) return priority
  if (a.isNearlyDone !== b.isNearlyDone) return a.isNearlyDone ? -1 : 1
  return a.hurriedS - b.hurriedS || one.index - other.index
}

interface Moment {
  second: number
  roomKw: number
  /** What vehicles that are in no hurry may still charge at this price. */
  leftKwh: number
  worth: number
}

/** Says what each draws from a moment on: those whose time is tight, then those that charge (under their curves too), then those that begin. */
function settle(there: readonly Turn[], { second, roomKw, leftKwh, worth }: Moment): void {
  let leftKw = Math.max(0, roomKw)
  const isLate = ({ lateS }: Turn) => lateS <= second
  const isHurried = ({ hurriedS }: Turn) => hurriedS <= second
  const worthOf = (turn: Turn) => (isHurried(turn) ? hurriedShare : worth) * turn.stay.maxPowerKw
  const give = (turn: Turn, { kw, untilKwh }: HeldPower) => {
    const given = Math.min(kw, leftKw)
    turn.take(given >= kw || given >= worthOf(turn) ? given : 0, untilKwh)
    leftKw -= turn.powerKw
  }
  const { tight, going, falling, waiting } = groupsOf(there, second, leftKwh)
  for (const turn of tight) {
    const most = turn.held.most(turn.kwh, isLate(turn))
    give(turn, turn.mayGoOn && turn.powerKw >= sameShare * most.kw ? turn.going : most)
  }
  for (const turn of going) give(turn, turn.going)
  for (const turn of falling) give(turn, turn.held.most(turn.kwh, false))
  for (const turn of going) {
    if (turn.powerKw <= 0 || leftKw < worthOf(turn)) continue
    const most = turn.held.most(turn.kwh, false)
    if (most.kw - turn.powerKw < worthOf(turn)) continue
    leftKw += turn.powerKw
    give(turn, most)
  }
  for (const turn of waiting) {
    if (leftKw <= nothingKw) return
    const most = turn.held.most(turn.kwh, false)
    if (isHurried(turn) || leftKwh >= Math.min(most.kw, leftKw) * worthHours) give(turn, most)
  }
}

/** Those that may charge, by which come first; the others, and those that wait, draw nothing. */
function groupsOf(there: readonly Turn[], second: number, leftKwh: number): Record<Group, Turn[]> {
  const groups: Record<Group, Turn[]> = { tight: [], going: [], falling: [], waiting: [] }
  for (const turn of there) {
    const mayCharge = leftKwh > 0 || turn.hurriedS <= second || turn.lateS <= second
    const group = mayCharge ? groupOf(turn, second) : undefined
    if (group) groups[group].push(turn)
    if (!group || group === 'waiting') turn.take(0, 0)
  }
  return groups
}

type Group = 'tight' | 'going' | 'falling' | 'waiting'

function groupOf(turn: Turn, second: number): Group {
  if (turn.tightS <= second) return 'tight'
  if (turn.powerKw <= 0) return 'waiting'
  return turn.mayGoOn ? 'going' : 'falling'
}

function nextS(there: readonly Turn[], second: number, changesS: number, leftKwh: number): number {
  let next = changesS
  let spendsKw = 0
  for (const turn of there) {
    next = Math.min(next, turn.nextMarkS(second), turn.endsS(second))
    if (turn.hurriedS > second) spendsKw += turn.powerKw
  }
  if (leftKwh <= 0 || spendsKw <= 0) return next
  return Math.min(next, second + Math.max(1, Math.ceil((leftKwh * 3600) / spendsKw)))
}
