import { JobHeap } from '@/lib/planner/flow/job-heap'
import { type Network, push } from '@/lib/planner/flow/network'

/** What the dispatch must know of the intervals around it. */
export interface DispatchPlace {
  /** 1 where the interval must be filled. */
  full: Uint8Array
  /** 1 where jobs come out of an interval at full power into this one. */
  before: Uint8Array
  /** 1 where the interval does not follow on the one before it. */
  apart: Uint8Array
}

/**
 * Fills the intervals that must be full in the order of time, as a dispatcher would: a vehicle that charges goes on charging, one that
 * can wait no longer starts at full power, and room that is left goes to the one that must start first (least laxity first,
 * Dertouzos and Mok 1989, but sticky). Then the other intervals take what is left, next to what a job already has.
 * Leaves some energy unplaced where the order was unlucky. Flow that is there already stays.
 */
export function dispatch(network: Network, place: DispatchPlace): void {
  new LeastLaxityDispatch(network, place).dispatchAll()
}

/** A vehicle that is due takes the place of one that charges only when that one can wait so much longer. */
const leadHours = 1

class LeastLaxityDispatch {
  private readonly clock: Float64Array
  /** Energy still to place. */
  private readonly leftKwh: Float64Array
  private readonly goingKw: Float64Array
  /** 1 where a job draws less than it could, filling the gap below the room. */
  private readonly fills: Uint8Array
  private readonly endAt: Int32Array
  private readonly waiting: JobHeap
  private charging: number[] = []
  private readonly arrivals: Int32Array

  constructor(
    private readonly net: Network,
    private readonly place: DispatchPlace,
  ) {
    const { jobs, intervals, hours } = net
    this.clock = new Float64Array(intervals + 1)
    for (let k = 0; k < intervals; k++) this.clock[k + 1] = this.clock[k]! + hours[k]!
    this.leftKwh = net.needKwh.map((kwh, v) => kwh - net.gotKwh[v]!)
    this.goingKw = new Float64Array(jobs)
    this.fills = new Uint8Array(jobs)
    this.endAt = new Int32Array(jobs)
    this.waiting = new JobHeap(new Float64Array(jobs))
    this.arrivals = Int32Array.from({ length: jobs }, (_, v) => v).sort(
      (a, b) => net.first[a]! - net.first[b]! || a - b,
    )
  }

  dispatchAll(): void {
    const { net, place } = this
    let arrived = 0
    for (let k = 0; k < net.intervals; k++) {
      while (arrived < net.jobs && net.first[this.arrivals[arrived]!]! <= k) this.await(this.arrivals[arrived++]!)
      if (place.apart[k]) this.resume(k)
      if (place.full[k]) this.fill(k)
      else this.interrupt()
    }
  }

  /** The latest start that still leaves enough time at full power, on the clock of this network. */
  private latestStart(v: number): number {
    return this.clock[this.net.end[v]!]! - this.leftKwh[v]! / this.net.powerKw[v]!
  }

  private await(v: number): void {
    this.goingKw[v] = 0
    if (this.leftKwh[v]! > this.net.tinyKwh && this.net.powerKw[v]! > 0) this.waiting.add(v, this.latestStart(v))
  }

  /** After a gap in the intervals everybody starts anew, from what they drew in the gap. */
  private resume(k: number): void {
    const powered = this.place.before[k] === 1
    for (const v of this.charging) this.goingKw[v] = powered ? this.net.powerKw[v]! : 0
    if (!powered) this.interrupt()
  }

  private interrupt(): void {
    for (const v of this.charging) this.await(v)
    this.charging = []
  }

  private fill(k: number): void {
    const { net, charging } = this
    const share = charging.map((v) => this.wanted(v, k))
    let spareKwh = net.roomKwh[k]! - net.loadKwh[k]!
    for (const kwh of share) spareKwh -= kwh
    if (spareKwh < 0) {
      this.reduce(k, share, -spareKwh)
      spareKwh = 0
    }
    spareKwh = this.startDue(k, share, spareKwh)
    spareKwh = this.raise(k, share, spareKwh)
    while (spareKwh > net.tinyKwh && this.waiting.size > 0) {
      const v = this.waiting.take()
      if (net.end[v]! <= k) continue
      const kwh = Math.min(this.evenKw(v, k) * net.hours[k]!, spareKwh)
      charging.push(v)
      share.push(kwh)
      spareKwh -= kwh
    }
    if (spareKwh > net.tinyKwh) this.overdraw(k, share, spareKwh)
    this.commit(k, share)
  }

  /**
   * Starts vehicles whose time gets short, in the place of those that can wait clearly longer; one that cannot be placed so stays
   * waiting, for to make way for one another in turn would serve nobody. Gives the room that is left.
   */
  private startDue(k: number, share: number[], spareKwh: number): number {
    const { net, charging, waiting } = this
    let left = spareKwh
    let lazy: number[] | undefined
    while (waiting.size > 0 && waiting.leastKey() < this.clock[k + 1]! - 1e-12) {
      const key = waiting.leastKey()
      const v = waiting.take()
      if (net.end[v]! <= k) continue
      const wantedKwh = Math.min(net.powerKw[v]! * net.hours[k]!, this.leftKwh[v]!)
      lazy ??= share.map((_, at) => at).sort((a, b) => this.lazier(charging[b]!, charging[a]!))
      while (left < wantedKwh && lazy.length > 0) {
        const at = lazy[lazy.length - 1]!
        if (!this.fills[charging[at]!] && this.latestStart(charging[at]!) < key + leadHours) break
        const cutKwh = Math.min(wantedKwh - left, share[at]!)
        share[at]! -= cutKwh
        left += cutKwh
        if (share[at]! <= net.tinyKwh) lazy.pop()
      }
      if (left < wantedKwh * (1 - 1e-9)) {
        waiting.add(v, key)
        return left
      }
      charging.push(v)
      share.push(wantedKwh)
      left -= wantedKwh
    }
    return Math.max(0, left)
  }

  /** The power, just below its maximum, with which a job that starts now is done at the end of an interval. */
  private evenKw(v: number, k: number): number {
    const { net, clock } = this
    const fullKw = net.powerKw[v]!
    const doneAt = clock[k]! + this.leftKwh[v]! / fullKw
    let end = this.endAt[v]! > k ? this.endAt[v]! : k + 1
    while (end > k + 1 && clock[end - 1]! >= doneAt - 1e-12) end--
    while (clock[end]! < doneAt - 1e-12 && end < net.end[v]!) end++
    this.endAt[v] = end
    return Math.min(fullKw, this.leftKwh[v]! / (clock[end]! - clock[k]!))
  }

  /** Fills the room that no vehicle waits for: vehicles that charge at less than their maximum take more. */
  private overdraw(k: number, share: number[], spareKwh: number): void {
    let left = spareKwh
    for (let at = 0; at < share.length && left > this.net.tinyKwh; at++) {
      const v = this.charging[at]!
      const more = Math.min(left, Math.min(this.net.powerKw[v]! * this.net.hours[k]!, this.leftKwh[v]!) - share[at]!)
      if (more <= 0) continue
      share[at]! += more
      left -= more
    }
  }

  /** What a job that charges takes when it goes on as it did, or more when its time gets short. */
  private wanted(v: number, k: number): number {
    const hours = this.net.hours[k]!
    return Math.max(this.due(v, k), Math.min(this.goingKw[v]! * hours, this.leftKwh[v]!))
  }

  /** The least that a job must take now to be done in time. */
  private due(v: number, k: number): number {
    const { net } = this
    const laterKwh = net.powerKw[v]! * (this.clock[net.end[v]!]! - this.clock[k + 1]!)
    return Math.min(net.powerKw[v]! * net.hours[k]!, Math.max(0, this.leftKwh[v]! - laterKwh))
  }

  /** Takes power first from the vehicle that fills the gap anyway, then from those that can wait longest. */
  private reduce(k: number, share: number[], byKwh: number): void {
    const order = share.map((_, at) => at).sort((a, b) => this.lazier(this.charging[a]!, this.charging[b]!))
    let leftKwh = byKwh
    for (const keepDue of [true, false]) {
      for (const at of order) {
        if (leftKwh <= 0) return
        const floor = keepDue ? this.due(this.charging[at]!, k) : 0
        const cut = Math.min(leftKwh, Math.max(0, share[at]! - floor))
        share[at]! -= cut
        leftKwh -= cut
      }
    }
  }

  private lazier(a: number, b: number): number {
    return this.fills[b]! - this.fills[a]! || this.latestStart(b) - this.latestStart(a) || b - a
  }

  /** Gives spare room to the vehicle that fills the gap: as much as lets it be done at the end of an interval. */
  private raise(k: number, share: number[], spareKwh: number): number {
    const hours = this.net.hours[k]!
    let left = spareKwh
    for (let at = 0; at < share.length && left > this.net.tinyKwh; at++) {
      const v = this.charging[at]!
      if (!this.fills[v]) continue
      const more = Math.min(left, this.evenKw(v, k) * hours - share[at]!)
      if (more <= 0) continue
      share[at]! += more
      left -= more
    }
    return left
  }

  private commit(k: number, share: number[]): void {
    const { net } = this
    const next: number[] = []
    this.charging.forEach((v, at) => {
      const kwh = Math.min(share[at]!, net.powerKw[v]! * net.hours[k]! - net.flowKwh[net.arc[v]! + k]!)
      if (kwh > 0) push(net, v, k, kwh)
      this.leftKwh[v]! -= kwh
      if (this.leftKwh[v]! <= net.tinyKwh || net.end[v]! <= k + 1) return
      if (kwh > net.tinyKwh) {
        const powerKw = kwh / net.hours[k]!
        this.fills[v] = powerKw < this.evenKw(v, k + 1) * (1 - 1e-9) ? 1 : 0
        this.goingKw[v] = powerKw
        next.push(v)
      } else this.await(v)
    })
    this.charging = next
  }
}
