import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { planMs, timedDepots, timedProblems } from '@/bench/plan-time'
import { planDepot } from '@/lib/planner/plan-depot'

// npm run bench:plan-time: processor time of one plan, with and without curves and a ready buffer, first and again.
// `--sizes 200,1000 --runs 5 --only fleet`; `--hashes` prints a hash of each plan instead, to see which plans a change moves.

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '200,1000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    hashes: { type: 'boolean', default: false },
  },
})

const sizes = values.sizes.split(',').map(Number)

console.log('| vehicles, limit | ready buffer, min | first | one bus late | limit a twentieth lower |')
console.log('|---|---:|---:|---:|---:|')
for (const depot of timedDepots(sizes).filter(({ name }) => name.includes(values.only))) {
  const { first, late, limit } = timedProblems(depot)
  const figures = [first, late, limit].map((problem) => {
    if (!values.hashes) return planMs(problem, Number(values.runs)).toFixed(0)
    const { peakkW, unmetkWh, cost, plans } = planDepot(problem)
    const hash = createHash('sha256').update(JSON.stringify(plans)).digest('hex').slice(0, 8)
    return `${hash} ${peakkW.toFixed(1)} ${unmetkWh.toFixed(1)} ${cost.toFixed(1)}`
  })
  console.log(`| ${depot.name} | ${depot.bufferMinutes} | ${figures.join(' | ')} |`)
}
