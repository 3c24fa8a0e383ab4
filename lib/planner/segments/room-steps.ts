/** The room that a stretch of time has left for vehicles, in kW, as steps on whole seconds. */
export class RoomSteps {
  private readonly fromS: number[]
  private readonly kw: number[]

  /** `steps` in order and without gaps, up to `endS`. */
  constructor(
    steps: { fromS: number; kw: number }[],
    readonly endS: number,
  ) {
    this.fromS = steps.map(({ fromS }) => fromS)
    this.kw = steps.map(({ kw }) => kw)
  }

  get startS(): number {
    return this.fromS[0] ?? this.endS
  }

  /** The least room in [fromS, toS). */
  least(fromS: number, toS: number): number {
    let kw = Number.POSITIVE_INFINITY
    for (let k = this.at(fromS); k < this.fromS.length && this.fromS[k]! < toS; k++) kw = Math.min(kw, this.kw[k]!)
    return kw
  }

  /** Takes a power from the room in [fromS, toS); a negative one gives back. */
  take(fromS: number, toS: number, powerKw: number): void {
    const first = this.cut(fromS)
    const end = toS >= this.endS ? this.fromS.length : this.cut(toS)
    for (let k = first; k < end; k++) this.kw[k]! -= powerKw
  }

  /** The next second at which the room changes, or the end. */
  nextChangeS(afterS: number): number {
    return this.fromS[this.at(afterS) + 1] ?? this.endS
  }

  copy(): RoomSteps {
    return new RoomSteps(
      this.fromS.map((fromS, k) => ({ fromS, kw: this.kw[k]! })),
      this.endS,
    )
  }

  /** The step that holds at a second. */
  private at(second: number): number {
    let low = 0
    let high = this.fromS.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.fromS[middle]! <= second) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Makes a step begin at a second; gives its index. */
  private cut(second: number): number {
    const k = this.at(second)
    if (this.fromS[k] === second) return k
    this.fromS.splice(k + 1, 0, second)
    this.kw.splice(k + 1, 0, this.kw[k]!)
    return k + 1
  }
}
