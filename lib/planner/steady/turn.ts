import type { Stay } from '@/lib/planner/model/stay'
import { kwhOf, type Piece } from '@/lib/planner/segments/segments'
import { type HeldPower, HeldPowers } from '@/lib/planner/steady/held-power'
import { ample, hurried, late, nearlyDoneS, type Spare, tight } from '@/lib/planner/steady/steady-rules'

const nothingKwh = 1e-9

/** A stay while power is given out in the order of time. */
export class Turn {
  /** Charged so far, kWh. */
  kwh = 0
  /** What it draws now, and how far it may. */
  powerKw = 0
  untilKwh = 0
  readonly pieces: Piece[] = []
  readonly held: HeldPowers
  /** From when on it is in a hurry, from when on its time is tight, and from when on it is late. */
  hurriedS = 0
  tightS = 0
  lateS = 0
  /** So little is missing that it is better ended than begun again later. */
  isNearlyDone = false
  private markS = Number.NEGATIVE_INFINITY

  /**
   * @param goalKwh what it is to get
   * @param drawsKw what it draws already as its time begins
   * @param bufferS how long before its deadline it is to be done, seconds
   */
  constructor(
    readonly stay: Stay,
    readonly goalKwh: number,
    drawsKw: number,
    private readonly bufferS: number,
    private readonly spare: Spare = ample,
  ) {
    this.held = new HeldPowers(stay, goalKwh)
    this.powerKw = drawsKw
    this.untilKwh = drawsKw > 0 ? (this.held.hold(drawsKw, 0)?.untilKwh ?? 0) : 0
    this.lookAhead()
  }

  get isDone(): boolean {
    return this.goalKwh - this.kwh <= nothingKwh
  }

  isThere(second: number): boolean {
    return this.stay.startS <= second && second < this.stay.deadlineS && !this.isDone
  }

  /** Its power lasts for another second at least. */
  get mayGoOn(): boolean {
    const isLast = this.untilKwh >= this.goalKwh - nothingKwh
    return this.powerKw > 0 && (isLast || (this.untilKwh - this.kwh) * 3600 >= this.powerKw)
  }

  /** The power of now, to go on with. */
  get going(): HeldPower {
    return { kw: this.powerKw, untilKwh: this.untilKwh }
  }

  /** Takes another power, or the same. */
  take(kw: number, untilKwh: number): void {
    this.powerKw = kw
    this.untilKwh = untilKwh
  }

  /** The second at which its power ends by itself, from a second on. */
  endsS(second: number): number {
    if (this.powerKw <= 0) return Number.POSITIVE_INFINITY
    const seconds = ((Math.min(this.goalKwh, this.untilKwh) - this.kwh) * 3600) / this.powerKw
    const isLast = this.untilKwh >= this.goalKwh - nothingKwh
    return second + Math.max(1, isLast ? Math.ceil(seconds - 1e-6) : Math.floor(seconds + 1e-6))
  }

  /** The next whole second after one at which its time is over, or at which it comes into a hurry, is tight or late. */
  nextMarkS(second: number): number {
    if (this.markS > second) return this.markS
    this.markS = Number.POSITIVE_INFINITY
    for (const at of [this.stay.deadlineS, this.hurriedS, this.tightS, this.lateS]) {
      const markS = Math.ceil(at)
      if (markS > second && markS < this.markS) this.markS = markS
    }
    return this.markS
  }

  pass(fromS: number, toS: number): void {
    if (this.powerKw <= 0 || toS <= fromS) return
    const kwh = kwhOf({ fromS, toS, powerKw: this.powerKw })
    const last = this.pieces.at(-1)
    if (last?.toS === fromS && last.powerKw === this.powerKw) last.toS = toS
    else this.pieces.push({ fromS, toS, powerKw: this.powerKw })
    this.kwh += kwh
    if (this.kwh > this.goalKwh) this.endAtGoal()
    this.lookAhead()
  }

  /** The last piece draws a little less, so that it ends at a whole second. */
  private endAtGoal(): void {
    const last = this.pieces.at(-1)
    if (!last) return
    const wantedKwh = kwhOf(last) - (this.kwh - this.goalKwh)
    last.powerKw = (wantedKwh * 3600) / (last.toS - last.fromS)
    this.kwh = this.goalKwh
  }

  private lookAhead(): void {
    this.markS = Number.NEGATIVE_INFINITY
    const seconds = this.isDone ? 0 : this.held.hoursToGoal(this.kwh) * 3600
    this.isNearlyDone = seconds <= nearlyDoneS
    if (seconds <= 0) {
      this.hurriedS = this.tightS = this.lateS = Number.POSITIVE_INFINITY
      return
    }
    const stepsS = this.spare.isForSteps ? this.held.stepsHours(this.kwh) * 3600 : 0
    const { deadlineS } = this.stay
    this.hurriedS = deadlineS - seconds * (1 + hurried.share) - stepsS - hurried.seconds - this.bufferS
    this.tightS = deadlineS - seconds * (1 + tight.share) - stepsS - this.spare.tightS
    this.lateS = deadlineS - seconds * (1 + late.share) - stepsS - late.seconds
  }
}
