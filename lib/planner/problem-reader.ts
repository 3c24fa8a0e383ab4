/** One thing wrong with a problem: where, as a path like `schedules[3].ev.maxPowerkW`, and what to do about it. */
export interface Fault {
  path: string
  message: string
}

/** Bounds of a number, and what holds where it is left out (without `otherwise` it must be given). */
export interface Bounds {
  atLeast?: number
  above?: number
  atMost?: number
  otherwise?: number
}

/**
 * Reads the properties of one JSON object and notes every fault with its path. A faulty property reads as a harmless
 * value, so that one pass finds all faults.
 */
export class Reader {
  private constructor(
    private readonly value: Record<string, unknown>,
    private readonly path: string,
    private readonly faults: Fault[],
    private readonly raw: unknown,
  ) {}

  static of(json: unknown, path: string, faults: Fault[]): Reader {
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
    return new Reader(isObject ? (json as Record<string, unknown>) : {}, path, faults, json)
  }

  fault(name: string, message: string): void {
    const path = this.path === '' || name === '' ? this.path + name : `${this.path}.${name}`
    this.faults.push({ path: path === '' ? '(problem)' : path, message })
  }

  /** Faults this object if it is none, and every property that is not named here. */
  only(...names: string[]): void {
    if (typeof this.raw !== 'object' || this.raw === null || Array.isArray(this.raw))
      this.fault('', 'must be an object')
    for (const name of Object.keys(this.value)) {
      if (!names.includes(name)) this.fault(name, `is not known; known here: ${names.join(', ')}`)
    }
  }

  number(name: string, bounds: Bounds = {}): number {
    const value = this.value[name]
    if (value === undefined && bounds.otherwise !== undefined) return bounds.otherwise
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      this.fault(name, value === undefined ? 'is missing: give a number' : 'must be a finite number')
      return bounds.otherwise ?? 0
    }
    const { atLeast, above, atMost } = bounds
    if (atLeast !== undefined && value < atLeast) this.fault(name, `must be at least ${atLeast}, not ${value}`)
    if (above !== undefined && value <= above) this.fault(name, `must be above ${above}, not ${value}`)
    if (atMost !== undefined && value > atMost) this.fault(name, `must be at most ${atMost}, not ${value}`)
    return value
  }

  numberOrNull(name: string, bounds: Bounds): number | null {
    return this.value[name] === null ? null : this.number(name, bounds)
  }

  isNull(name: string): boolean {
    return this.value[name] === null
  }

  text(name: string, otherwise?: string): string {
    const value = this.value[name]
    if (value === undefined && otherwise !== undefined) return otherwise
    if (typeof value === 'string' && (value !== '' || otherwise !== undefined)) return value
    this.fault(name, 'must be a text that is not empty')
    return otherwise ?? ''
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.value[name]
    if (value === undefined) return otherwise
    if (typeof value !== 'boolean') this.fault(name, 'must be true or false')
    return value === true
  }

  word<T extends string>(name: string, words: readonly [T, ...T[]]): T {
    const found = words.find((word) => word === this.value[name])
    if (found === undefined) this.fault(name, `must be one of: ${words.join(', ')}`)
    return found ?? words[0]
  }

  object(name: string, optional = false): Reader {
    const value = this.value[name]
    const path = this.path === '' ? name : `${this.path}.${name}`
    return Reader.of(value === undefined && optional ? {} : value, path, this.faults)
  }

  list<T>(name: string, read: (item: Reader) => T, optional = false): T[] {
    const value = this.value[name]
    if (value === undefined && optional) return []
    return this.object(name).items(read)
  }

  /** Reads this value itself as a list. */
  items<T>(read: (item: Reader) => T): T[] {
    if (!Array.isArray(this.raw)) {
      this.fault('', 'must be a list')
      return []
    }
    return this.raw.map((item, index) => read(Reader.of(item, `${this.path}[${index}]`, this.faults)))
  }

  record<T>(name: string, read: (item: Reader) => T): Record<string, T> {
    if (this.value[name] === undefined) return {}
    const inner = this.object(name)
    inner.only(...Object.keys(inner.value))
    return Object.fromEntries(Object.keys(inner.value).map((key) => [key, read(inner.object(key))]))
  }

  interval(): { from: number; to: number } {
    const from = this.number('from')
    const to = this.number('to')
    if (to < from) this.fault('to', `is before from (${to} < ${from})`)
    return { from, to }
  }

  /** Faults intervals of the list `name` that overlap one another. */
  apart<T extends { from: number; to: number }>(name: string, intervals: T[]): T[] {
    const order = intervals.map((interval, index) => ({ ...interval, index })).filter(({ from, to }) => to > from)
    order.sort((a, b) => a.from - b.from || a.to - b.to || a.index - b.index)
    for (const [k, later] of order.entries()) {
      const earlier = order[k - 1]
      if (earlier !== undefined && later.from < earlier.to) {
        this.fault(`${name}[${later.index}]`, `overlaps ${name}[${earlier.index}]: only one value can hold at a time`)
      }
    }
    return intervals
  }
}
