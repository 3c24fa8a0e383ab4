// npm run bench:night: nights in which buses do not follow the timetable, played against the product's own verbs at the
// instants of the night, beside first come first served and a planner that knows the night beforehand.
import { parseArgs } from 'node:util'
import { Depot, type PlayedDepot } from '@/bench/night/depot'
import { isBelow, type JudgedBus, judgeNight, timeOf } from '@/bench/night/judge-night'
import { LightDepot } from '@/bench/night/light-depot'
import { makeNight, type Night } from '@/bench/night/night'
import { type Played, playNight } from '@/bench/night/play-night'
import { firstComeFirstServed, knowingPlanner } from '@/bench/night/rivals'
import { watchPlans } from '@/bench/night/watch-plans'
import { asksForAttention } from '@/lib/contract/enumerations'
import type { Strategy } from '@/lib/contract/plan'
import { createScratchDatabase } from '@/lib/db/fixtures/scratch-database'
import { log } from '@/lib/log'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-10' },
    buses: { type: 'string', default: '20' },
    strategy: { type: 'string', default: 'peak-supression' },
    ideal: { type: 'boolean', default: false },
    'cannot-pause': { type: 'boolean', default: false },
    light: { type: 'boolean', default: false },
    detail: { type: 'boolean', default: false },
    watch: { type: 'string' },
  },
})
log.level = process.env.LOG_LEVEL ?? 'error'
const buses = Number(values.buses)
const strategy = values.strategy as Strategy
const [first = 1, last = first] = values.seeds.split('-').map(Number)

const total = {
  departures: 0,
  misses: 0,
  announced: 0,
  minimums: 0,
  firstCome: 0,
  avoidable: 0,
  alarms: 0,
  changes: 0,
  steps: 0,
}
const ratios: { peak: number; cost: number }[] = []
console.log(
  '| seed | left | below target (minimum) | … announced | first come | false alarms | changes a bus (steps along the curve) | peak ÷ knowing | cost ÷ knowing | over limit, min | runs | seconds |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|')
const scratch = values.light ? null : await createScratchDatabase()
try {
  for (let seed = first; seed <= last; seed += 1) await playSeed(seed)
} finally {
  await scratch?.drop()
}
const mean = (of: (ratio: { peak: number; cost: number }) => number) =>
  ratios.reduce((sum, ratio) => sum + of(ratio), 0) / ratios.length
console.log(
  `| all | ${total.departures} | ${total.misses} (${total.minimums}) | ${total.announced} | ${total.firstCome} | ${total.alarms} | ${(total.changes / total.departures).toFixed(1)} (${(total.steps / total.departures).toFixed(1)}) | ${mean(({ peak }) => peak).toFixed(3)} | ${mean(({ cost }) => cost).toFixed(3)} | | | |`,
)
console.log(`Misses that first come first served avoids: ${total.avoidable}.`)
process.exit(0)

async function playSeed(seed: number): Promise<void> {
  const started = performance.now()
  const night = makeNight({
    ...{ seed, buses, limitKw: Math.max(250, buses * 28) },
    ...{ pauses: !values['cannot-pause'], deviates: !values.ideal },
  })
  const depot = await depotOf(night)
  const played = await playNight(night, depot, values.watch === undefined ? undefined : watchPlans(values.watch))
  const judged = judgeNight(played)
  const served = firstComeFirstServed(night)
  const knowing = knowingPlanner(night, strategy)
  const { meter } = played
  const misses = judged.filter(({ missesTarget }) => missesTarget)
  const shortOfFirst = served.filter((one) => isBelow(one, one.bus.posted.targetSoc))
  const ratio = { peak: meter.peakKw / knowing.peakKw, cost: meter.cost / meter.kwh / knowing.costPerKwh }
  ratios.push(ratio)
  add(judged, new Set(shortOfFirst.map(({ bus }) => bus.id)))
  const changes = judged.reduce((sum, one) => sum + one.changes.length, 0) / judged.length
  const steps = judged.reduce((sum, one) => sum + stepsOf(one), 0)
  const cells = [
    ...[seed, judged.length, `${misses.length} (${judged.filter(({ missesMinimum }) => missesMinimum).length})`],
    ...[misses.filter(({ isAnnounced }) => isAnnounced).length, shortOfFirst.length],
    ...[
      judged.filter(({ falseAlarm }) => falseAlarm).length,
      `${changes.toFixed(1)} (${(steps / judged.length).toFixed(1)})`,
    ],
    ...[ratio.peak.toFixed(3), ratio.cost.toFixed(3), Math.round(meter.overMs / 60_000)],
    ...[played.runs, Math.round((performance.now() - started) / 1000)],
  ]
  console.log(`| ${cells.join(' | ')} |`)
  if (values.detail) console.error(`seed ${seed}: peak ${peaksOf(played, knowing.peakKw)}`)
  if (values.detail)
    for (const one of judged) console.error(`${detailOf(one)}\n  ${saidOf(one)}\n  ~ ${deviationsOf(night, one.id)}`)
}

async function depotOf(night: Night): Promise<PlayedDepot> {
  if (!scratch) return new LightDepot(night, strategy)
  const depot = new Depot(scratch.connection.db, night)
  await depot.register(strategy)
  return depot
}

function add(judged: readonly JudgedBus[], shortOfFirst: ReadonlySet<string>): void {
  const misses = judged.filter(({ missesTarget }) => missesTarget)
  total.departures += judged.length
  total.misses += misses.length
  total.minimums += judged.filter(({ missesMinimum }) => missesMinimum).length
  total.announced += misses.filter(({ isAnnounced }) => isAnnounced).length
  total.firstCome += shortOfFirst.size
  total.avoidable += misses.filter(({ id }) => !shortOfFirst.has(id)).length
  total.alarms += judged.filter(({ falseAlarm }) => falseAlarm !== null).length
  total.changes += judged.reduce((sum, { changes }) => sum + changes.length, 0)
  total.steps += judged.reduce((sum, one) => sum + stepsOf(one), 0)
}

function stepsOf({ changes }: JudgedBus): number {
  return changes.filter(({ isCurveStep }) => isCurveStep).length
}

function detailOf({ id, leftWith, missesTarget, isAnnounced, falseAlarm, changes }: JudgedBus): string {
  const miss = missesTarget ? (isAnnounced ? ' MISS, announced' : ' MISS, not announced') : ''
  const told = changes
    .map(({ at, toldKw, isCurveStep }) => `${timeOf(at)} ${toldKw.toFixed(0)}${isCurveStep ? '~' : ''}`)
    .join(', ')
  return `${id} left with ${leftWith.toFixed(1)}${miss}${falseAlarm ? ` FALSE ALARM ${falseAlarm}` : ''}; ${changes.length} changes: ${told}`
}

/** What the board said of a bus, whenever it said something else, and in every state but the calm ones how it stood. */
function saidOf({ said }: JudgedBus): string {
  const told = said.flatMap(({ at, state, reason, soc, predictedSoC, slackMinutes }, k) => {
    if (state === said[k - 1]?.state && !asksForAttention(state)) return []
    const numbers = [soc, predictedSoC, slackMinutes].map((number) => number?.toFixed(0) ?? '?').join('/')
    return [`${timeOf(at)} ${[state, ...(reason ? [reason] : [])].join(' ')} ${numbers}`]
  })
  return told.join('; ')
}

/** What a bus is, and what it does that nobody was told. */
function deviationsOf({ buses: all }: Night, id: string): string {
  const bus = all.find((one) => one.id === id)
  if (!bus) return ''
  const { batteryKwh, maxKw, posted, real } = bus
  const time = (at: number | null) => (at === null ? 'never' : timeOf(at))
  return [
    `${batteryKwh} kWh, ${maxKw} kW, ${time(posted.arrival)}–${time(posted.departure)}, really ${time(real.plug)}–${time(real.unplug)}`,
    `SoC ${posted.startSoc ?? 'not posted'}, really ${real.soc.toFixed(0)}${real.saysSoc ? '' : ', never said'}`,
    `full power to ${real.fullUntil.toFixed(0)} %, ${(real.whenFull * 100).toFixed(0)} % of it when full`,
    ...(real.delivers < 1 ? [`the charger gives ${real.delivers}`] : []),
    ...(real.jump ? [`SoC changes by ${real.jump.points} at ${timeOf(real.jump.at)}`] : []),
    ...(real.fault ? [`the charger fails at ${timeOf(real.fault.at)}, moved at ${timeOf(real.fault.moved)}`] : []),
    ...(real.deadFrom === null ? [] : [`takes nothing from ${timeOf(real.deadFrom)}`]),
  ].join('; ')
}

/** The peak of the meter and of the knowing plan, and every half hour what was planned and what was the peak so far. */
function peaksOf({ meter, peaks }: Played, knowingKw: number): string {
  const each = peaks.map(
    ({ at, plannedKw, meteredKw, undrawn: { givesLess, batteryTakesLess, takesNothing } }) =>
      `${timeOf(at)} ${plannedKw.toFixed(0)}/${meteredKw.toFixed(0)} (${[givesLess, batteryTakesLess, takesNothing].map((kwh) => (kwh * 2).toFixed(0)).join('+')})`,
  )
  return `${meter.peakKw.toFixed(0)} at ${timeOf(meter.peakAt)}, knowing ${knowingKw.toFixed(0)}; ${each.join(', ')}`
}
