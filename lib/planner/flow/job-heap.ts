/** A binary heap of jobs, least key first, then least job. */
export class JobHeap {
  private readonly jobs: number[] = []

  constructor(private readonly key: Float64Array) {}

  get size(): number {
    return this.jobs.length
  }

  clear(): void {
    this.jobs.length = 0
  }

  leastKey(): number {
    return this.key[this.jobs[0]!]!
  }

  add(v: number, key: number): void {
    this.key[v] = key
    let at = this.jobs.length
    this.jobs.push(v)
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!this.before(v, this.jobs[up]!)) break
      this.jobs[at] = this.jobs[up]!
      at = up
    }
    this.jobs[at] = v
  }

  take(): number {
    const least = this.jobs[0]!
    const v = this.jobs.pop()!
    const size = this.jobs.length
    if (size === 0) return least
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.before(this.jobs[child + 1]!, this.jobs[child]!)) child++
      if (!this.before(this.jobs[child]!, v)) break
      this.jobs[at] = this.jobs[child]!
      at = child
    }
    this.jobs[at] = v
    return least
  }

  private before(a: number, b: number): boolean {
    return this.key[a]! < this.key[b]! || (this.key[a] === this.key[b] && a < b)
  }
}
