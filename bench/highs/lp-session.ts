import loadHighs, { type Highs, type Model } from 'highs'
import { cpuMs } from '@/bench/cpu-time'
import type { DepotLp, LpStay } from '@/bench/highs/depot-lp'

/** One linear program held in HiGHS, tightened stage by stage: every optimum becomes a row that later stages must keep. */
export interface LpSession {
  /** Least value of the objective over what the stages before left; `keep` makes it binding for the next. */
  minimise(objective: Objective, keep: 'keep' | 'forget'): number
  /** The same without an error where nothing is feasible, and without a trace. */
  minimumIfAny(objective: Objective): number | undefined
  /** Adds a row `lower ≤ Σ value·column ≤ upper`. */
  addRow(lower: number, upper: number, terms: Objective): void
  /** Bounds the peak from above. */
  boundPeak(upperKw: number): void
  /** Bounds what a stay may take in its margin. */
  boundMargin(stay: number, upperKwh: number): void
  /** Holds one interval's site power under `levelKw` instead of under the peak. */
  fixLevel(interval: number, levelKw: number): void
  /** Column values of the last optimum, and the rows' duals. */
  solution(): { values: Float64Array; rowDuals: Float64Array }
  /** Processor time spent in the solver so far. */
  solveMs(): number
  columns: DepotColumns
  dispose(): void
}

/** Coefficients by column. */
export type Objective = Map<number, number>

/** Where the columns of a depot lie: energies first, then each stay's minimum and rest, then the peak. */
export interface DepotColumns {
  energy: { stay: number; interval: number }[]
  minimum: (stay: number) => number
  rest: (stay: number) => number
  peak: number
  /** The rows that hold each interval's site power under the peak. */
  peakRow: (interval: number) => number
}

export type LpMethod = 'simplex' | 'ipm'

let loading: Promise<Highs> | undefined

/** HiGHS, loaded once. */
export function highs(): Promise<Highs> {
  loading ??= loadHighs()
  return loading
}

/** Builds the program: needs by stay, headroom by interval, site power under the peak. */
export function openSession(solver: Highs, lp: DepotLp, method: LpMethod, crossover: 'on' | 'off' = 'on'): LpSession {
  const columns = layOut(lp)
  const model = solver.createModel(modelData(solver, lp, columns))
  model.options.set({ output_flag: false, solver: method })
  if (method === 'ipm') model.options.set({ run_crossover: crossover })
  return session(solver, lp, model, columns, method)
}

function layOut({ stays, hours }: DepotLp): DepotColumns {
  const energy = stays.flatMap(({ intervals, marginIntervals }, stay) =>
    [...intervals, ...marginIntervals].map((interval) => ({ stay, interval })),
  )
  const firstShare = energy.length
  return {
    energy,
    minimum: (stay) => firstShare + 2 * stay,
    rest: (stay) => firstShare + 2 * stay + 1,
    peak: firstShare + 2 * stays.length,
    peakRow: (interval) => 2 * stays.length + hours.length + interval,
  }
}

function modelData(solver: Highs, lp: DepotLp, columns: DepotColumns) {
  const { stays, hours, headroomKwh, siteKw, efficiency } = lp
  const infinity = solver.infinity
  const rows = 2 * stays.length + 2 * hours.length
  const { starts, indices, values } = matrixOf(lp, columns)
  const energyUpper = columns.energy.map(
    ({ stay, interval }) => (stays[stay]?.facts.maxPowerKw ?? 0) * (hours[interval] ?? 0),
  )
  const shareUpper = stays.flatMap(({ facts }) => [facts.minimumNeedKwh, facts.restNeedKwh])
  const numCols = columns.peak + 1
  return {
    numCols,
    numRows: rows,
    colCost: new Float64Array(numCols),
    colLower: [...new Float64Array(columns.peak), hours.length === 0 ? 0 : -infinity],
    colUpper: [...energyUpper, ...shareUpper, infinity],
    rowLower: [
      ...stays.flatMap(() => [0, -infinity]),
      ...hours.flatMap(() => -infinity),
      ...hours.map(() => -infinity),
    ],
    rowUpper: [
      ...stays.flatMap((stay: LpStay) => [0, stay.marginKwh]),
      ...headroomKwh.map((kwh) => (Number.isFinite(kwh) ? kwh : infinity)),
      ...hours.map((h, k) => -h * efficiency * (siteKw[k] ?? 0)),
    ],
    matrix: { format: 'csc' as const, numRows: rows, numCols, starts, indices, values },
  }
}

/** Rows: each stay's energy is its shares; each stay's margin; each interval's headroom; each interval under the peak. */
function matrixOf({ stays, hours, efficiency }: DepotLp, columns: DepotColumns) {
  const starts: number[] = [0]
  const indices: number[] = []
  const values: number[] = []
  const put = (row: number, value: number) => {
    indices.push(row)
    values.push(value)
  }
  for (const [stay, { intervals, marginIntervals }] of stays.entries()) {
    for (const [k, interval] of [...intervals, ...marginIntervals].entries()) {
      put(2 * stay, 1)
      if (k >= intervals.length) put(2 * stay + 1, 1)
      put(2 * stays.length + interval, 1)
      put(columns.peakRow(interval), 1)
      starts.push(indices.length)
    }
  }
  for (const stay of stays.keys()) {
    for (let share = 0; share < 2; share++) {
      put(2 * stay, -1)
      starts.push(indices.length)
    }
  }
  for (const [interval, h] of hours.entries()) put(columns.peakRow(interval), -h * efficiency)
  starts.push(indices.length)
  return { starts, indices, values }
}

/** Runs a method; false where it ends without an optimum, or gives up. */
function finds(solver: Highs, model: Model): boolean {
  try {
    model.run()
    return model.getModelStatus() === solver.constants.modelStatus.optimal
  } catch {
    return false
  }
}

/** Rows that all but exclude one another can stop a method: without presolve, or by the other one, it is found. */
function runOtherwise(solver: Highs, model: Model, method: LpMethod): void {
  for (const other of [method, method === 'simplex' ? 'ipm' : 'simplex'] as const) {
    model.options.set({ solver: other, presolve: 'off' })
    model.clearSolver()
    const found = finds(solver, model)
    model.options.set({ solver: method, presolve: 'choose' })
    if (found) return
  }
}

function session(solver: Highs, lp: DepotLp, model: Model, columns: DepotColumns, method: LpMethod): LpSession {
  const addRow = (lower: number, upper: number, terms: Objective) => {
    const bound = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * solver.infinity)
    model.addRow(bound(lower), bound(upper), { indices: [...terms.keys()], values: [...terms.values()] })
  }
  let spentMs = 0
  const optimise = (objective: Objective) => {
    const costs = Float64Array.from({ length: columns.peak + 1 }, (_, column) => objective.get(column) ?? 0)
    model.changeColsCost({ kind: 'range', from: 0, to: columns.peak }, costs)
    const startedMs = cpuMs()
    if (!finds(solver, model)) runOtherwise(solver, model, method)
    spentMs += cpuMs() - startedMs
    const status = model.getModelStatus()
    return { status, value: status === solver.constants.modelStatus.optimal ? model.getObjectiveValue() : undefined }
  }
  return {
    columns,
    addRow,
    solveMs: () => spentMs,
    boundPeak: (upperKw) => {
      model.changeColBounds(columns.peak, -solver.infinity, upperKw)
    },
    boundMargin: (stay, upperKwh) => {
      model.changeRowBounds(2 * stay + 1, -solver.infinity, upperKwh)
    },
    fixLevel(interval, levelKw) {
      const row = columns.peakRow(interval)
      const kwhPerKw = (lp.hours[interval] ?? 0) * lp.efficiency
      const slackKw = 1e-7 * Math.max(1, Math.abs(levelKw))
      model.changeCoefficient(row, columns.peak, 0)
      model.changeRowBounds(row, -solver.infinity, kwhPerKw * (levelKw + slackKw - (lp.siteKw[interval] ?? 0)))
    },
    minimise(objective, keep) {
      const { value, status } = optimise(objective)
      if (value === undefined) throw new Error(`HiGHS ended without an optimum: model status ${status}`)
      if (keep === 'keep') addRow(Number.NEGATIVE_INFINITY, value + 1e-8 * Math.max(1, Math.abs(value)), objective)
      return value
    },
    minimumIfAny: (objective) => optimise(objective).value,
    solution() {
      const { colValue, rowDual } = model.getSolution()
      return { values: colValue, rowDuals: rowDual }
    },
    dispose: () => model.dispose(),
  }
}
