// npm run bench:gateway-night: nights in which buses do not follow the timetable, played over the real gateway by charging
// stations with habits, under a clock that the bench moves; beside a plan that knows the night beforehand.
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { makeBystanders } from '@/bench/gateway-night/bystanders'
import { makeDepot } from '@/bench/gateway-night/depot'
import { knowingSoc } from '@/bench/gateway-night/knowing'
import { NightApi } from '@/bench/gateway-night/night-api'
import { NightClock } from '@/bench/gateway-night/night-clock'
import { type PlayedNight, play } from '@/bench/gateway-night/play'
import { startProduct } from '@/bench/gateway-night/product'
import { EVENING, HOUR, MINUTE, makeNight, type Night } from '@/bench/night/night'
import { createTestDatabase } from '@/e2e/api/test-database'
import type { Strategy } from '@/lib/planner/problem'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1-3' },
    buses: { type: 'string', default: '20' },
    limit: { type: 'string' },
    strategy: { type: 'string', default: 'peak-supression' },
    ideal: { type: 'boolean', default: false },
    disobey: { type: 'string' },
    hours: { type: 'string', default: '12' },
    step: { type: 'string', default: '2' },
    detail: { type: 'boolean', default: false },
  },
})
const strategy = values.strategy as Strategy
const buses = Number(values.buses)
const [first = 1, last = first] = values.seeds.split('-').map(Number)
const POINT = 1

console.log(
  '| seed | left | ready, of those that a knowing plan makes ready | ready beside | over the limit: times, longest s after it was shown, most kW | peak ÷ limit | ended connections and failed answers | 5xx | processes lost | minutes |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|')
for (let seed = first; seed <= last; seed += 1) await playSeed(seed)
process.exit(0)

async function playSeed(seed: number): Promise<void> {
  const began = performance.now()
  const night = makeNight({
    ...{ seed, buses, limitKw: Number(values.limit ?? Math.max(250, buses * 28)) },
    ...{ pauses: true, deviates: !values.ideal },
  })
  const database = await createTestDatabase()
  const sql = postgres(database.url, { max: 2, onnotice: () => {} })
  try {
    const clock = await NightClock.begin(sql, EVENING)
    const product = await clock.runUntil(startProduct(database.url, await clock.environment()))
    const api = new NightApi(product.url)
    const depot = await clock.runUntil(makeDepot(api, product.url, night, strategy))
    const bystanders = await clock.runUntil(makeBystanders(api, product.url))
    // Steps are of whole seconds, so that hours and minutes are met.
    await clock.runUntil(Promise.resolve())
    clock.now = Math.ceil(clock.now / 10_000) * 10_000
    if (values.disobey) depot.stationOfFirst.ignoresFrom = EVENING + Number(values.disobey) * HOUR
    const played = await play(night, {
      ...{ clock, api, depot, bystanders, stepMs: Number(values.step) * 1000 },
      until: EVENING + Number(values.hours) * HOUR,
      say: values.detail ? (line) => console.error(line) : undefined,
    })
    bystanders.end()
    const faults = [...depot.stations.flatMap(({ line }) => line.faults), ...bystanders.faults()]
    const lost = clock.lost
    clock.end()
    await product.stop()
    report(night, played, { faults, failures: api.failures, lost, minutes: (performance.now() - began) / MINUTE })
    for (const [message, count] of product.said) console.error(`  logged ${count} times: ${message}`)
    if (clock.notQuiet > 0)
      console.error(`  the clock was moved ${clock.notQuiet} times although something was under way`)
  } finally {
    await sql.end({ timeout: 5 })
    await database.drop()
  }
}

function report(
  night: Night,
  { buses: all, excesses, peakKw, looks }: PlayedNight,
  { faults, failures, lost, minutes }: { faults: string[]; failures: string[]; lost: number; minutes: number },
): void {
  const knowing = knowingSoc(night, strategy)
  const left = all.filter(({ leftWith }) => leftWith !== null)
  const isReady = (soc: number | null | undefined, target: number) => (soc ?? 0) >= target - POINT
  const able = left.filter(({ bus }) => isReady(knowing.get(bus.id), bus.posted.targetSoc))
  const ready = (some: typeof left) => some.filter(({ leftWith, bus }) => isReady(leftWith, bus.posted.targetSoc))
  const beside = left.filter((one) => !able.includes(one))
  const over = excesses.map(({ from, to, shownAt }) => (to - (shownAt ?? from)) / 1000)
  const cells = [
    ...[
      night.seed,
      left.length,
      `${ready(able).length} of ${able.length}`,
      `${ready(beside).length} of ${beside.length}`,
    ],
    `${excesses.length}, ${Math.max(0, ...over)}, ${Math.max(0, ...excesses.map(({ mostKw }) => mostKw)).toFixed(1)}`,
    ...[(peakKw / night.limitKw).toFixed(3), faults.length, failures.length, lost, minutes.toFixed(1)],
  ]
  console.log(`| ${cells.join(' | ')} |`)
  for (const one of left.filter((each) => !ready([each]).includes(each))) {
    const { bus, leftWith } = one
    const said = looks
      .map(({ at, said }) => `${clockOf(at)} ${said.get(bus.id)}`)
      .filter((line, k, lines) => line.slice(6) !== lines[k - 1]?.slice(6))
    console.error(
      `  short: ${bus.id} left with ${leftWith?.toFixed(1)}, knowing ${knowing.get(bus.id)?.toFixed(1)}; ${JSON.stringify(bus.real)} left ${clockOf(bus.real.unplug)}, planned ${clockOf(bus.posted.departure)}, plugged ${clockOf(bus.real.plug ?? 0)}; ${said.slice(-12).join(', ')}`,
    )
  }
  for (const { from, to, shownAt, mostKw } of excesses)
    console.error(
      `  over the limit: ${new Date(from).toISOString().slice(11, 19)} for ${(to - from) / 1000} s, shown ${shownAt === null ? 'never' : `after ${(shownAt - from) / 1000} s`}, ${mostKw.toFixed(1)} kW`,
    )
  for (const fault of [...faults, ...failures].slice(0, 20)) console.error(`  ${fault}`)
}

function clockOf(at: number): string {
  return new Date(at).toISOString().slice(11, 16)
}
