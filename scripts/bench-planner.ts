import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { benchmark, benchmarkHeader, benchmarkLine, rulesLine } from '@/bench/benchmark'
import { type DepotSpec, generateDepot } from '@/bench/depot-generator'
import { oneBusLate } from '@/bench/small-event'
import { planDepot } from '@/lib/planner/plan-depot'
import { strategies } from '@/lib/planner/problem'

/**
 * Measures the planner on generated depots beside HiGHS and three simple rules, and prints the tables in Markdown.
 * `--sizes 50,200 --strategies balanced --limits tight --pausing all --seed 1 --no-highs --no-crossover --no-memory --no-events`
 */

const { values } = parseArgs({
  allowNegative: true,
  options: {
    sizes: { type: 'string', default: '50,200,1000,5000' },
    strategies: { type: 'string', default: strategies.join() },
    limits: { type: 'string', default: 'loose,tight' },
    pausing: { type: 'string', default: 'all,most,none' },
    seed: { type: 'string', default: '1' },
    'highs-up-to': { type: 'string', default: '1000' },
    highs: { type: 'boolean', default: true },
    crossover: { type: 'boolean', default: true },
    memory: { type: 'boolean', default: true },
    events: { type: 'boolean', default: true },
    'measure-memory-of': { type: 'string' },
  },
})

const seed = Number(values.seed)
const sizes = values.sizes.split(',').map(Number)
const chosen = strategies.filter((strategy) => values.strategies.split(',').includes(strategy))
const limits = (['none', 'loose', 'tight'] as const).filter((limit) => values.limits.split(',').includes(limit))
const pausings = (['all', 'most', 'none'] as const).filter((pausing) => values.pausing.split(',').includes(pausing))

/** Every combination asked for, small depots first. */
function specs(): DepotSpec[] {
  return sizes.flatMap((vehicles) =>
    pausings.flatMap((pausing) =>
      limits.flatMap((limit) => chosen.map((strategy) => ({ vehicles, limit, pausing, strategy, seed }))),
    ),
  )
}

/** Plans once in this fresh process and says how much memory it held at most, in MiB. */
function measureMemory(vehicles: number) {
  planDepot(generateDepot({ vehicles, limit: 'tight', pausing: 'all', strategy: 'peak-supression', seed }))
  console.log((process.resourceUsage().maxRSS / 1024).toFixed(1))
}

/** To be called first: a process begins with the memory of the one that it was forked from. */
function memoryTable(): string {
  const peakMib = (vehicles: number) => {
    const args = [
      ...process.execArgv,
      process.argv[1] ?? '',
      '--measure-memory-of',
      String(vehicles),
      '--seed',
      values.seed,
    ]
    const child = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (child.status !== 0) throw new Error(`The process that measures ${vehicles} vehicles failed: ${child.stderr}`)
    return Number(child.stdout)
  }
  const aloneMib = peakMib(1)
  return [
    '\n## Memory\n\nMost memory of a fresh process that plans once (`peak-supression`, tight limit), above one that',
    'plans a single vehicle.\n\n| vehicles | MiB |\n|---:|---:|',
    ...sizes.map((vehicles) => `| ${vehicles} | ${(peakMib(vehicles) - aloneMib).toFixed(1)} |`),
  ].join('\n')
}

function printEvents() {
  console.log(
    '\n## One bus is five minutes late\n\nPlans of other stays that changed, of those still to come or under way.\n',
  )
  console.log('| vehicles | limit | can pause | strategy | plans | changed |\n|---:|---|---|---|---:|---:|')
  for (const spec of specs().filter(({ vehicles }) => vehicles <= 1000)) {
    const problem = generateDepot(spec)
    const { plans, changed } = oneBusLate(problem, planDepot(problem))
    console.log(`| ${spec.vehicles} | ${spec.limit} | ${spec.pausing} | ${spec.strategy} | ${plans} | ${changed} |`)
  }
}

async function printBenchmark() {
  console.log(`## Plans\n\n${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}\n`)
  console.log(benchmarkHeader)
  const highsUpTo = values.highs ? Number(values['highs-up-to']) : 0
  const use = values.crossover ? 'crossover' : 'no crossover'
  if (values.highs) await benchmark({ vehicles: 20, limit: 'tight', pausing: 'all', strategy: 'balanced', seed }, use)
  for (const spec of specs()) {
    console.log(benchmarkLine(await benchmark(spec, spec.vehicles <= highsUpTo ? use : 'none')))
  }
}

function printRules() {
  console.log(
    '\n## Simple rules\n\n| vehicles | limit | rule | unmet kWh | peak kW | cost | changes a stay |\n|---:|---|---|---:|---:|---:|---:|',
  )
  for (const vehicles of sizes)
    for (const limit of limits) for (const line of rulesLine({ vehicles, limit, seed })) console.log(line)
}

if (values['measure-memory-of']) measureMemory(Number(values['measure-memory-of']))
else {
  const memory = values.memory ? memoryTable() : ''
  await printBenchmark()
  printRules()
  if (memory) console.log(memory)
  if (values.events) printEvents()
}
