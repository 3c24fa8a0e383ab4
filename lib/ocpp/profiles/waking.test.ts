import { describe, expect, test } from 'vitest'
import { PlayedDepot, type PlayedStation, START, stretches } from '@/lib/ocpp/fixtures/played-depot'
import { constant, powerAt } from '@/lib/ocpp/profiles/course'
import type { Wants } from '@/lib/ocpp/profiles/unit'
import { cannotPause, takeRestarts } from '@/lib/ocpp/profiles/waking'

const HOUR = 3_600_000
const plan = (powers: number[]) => ({ course: stretches(powers), until: START + 4 * HOUR })

/** A vehicle behind a charger: what it draws of what it may. It sleeps at a pause, and only `wakesAt` kW wake it. */
class Sleeper {
  asleep = false
  constructor(
    private readonly depot: PlayedDepot,
    private readonly station: PlayedStation,
    private readonly wakesAt: number,
  ) {}

  /** Time goes by in steps of 30 s, as a meter is read. */
  drive(minutes: number, until: () => boolean = () => false): void {
    for (let seconds = 0; seconds < minutes * 60 && !until(); seconds += 30) {
      this.depot.step(30)
      const allowedKw = this.station.charger.allowedKw(1, this.depot.now)
      if (allowedKw === 0) this.asleep = true
      else if (allowedKw >= this.wakesAt) this.asleep = false
      const kw = this.asleep ? 0 : allowedKw
      Object.assign(this.station.evses[1] ?? {}, { reading: { at: this.depot.now, kw } })
    }
  }
  get allowedKw(): number {
    return this.station.charger.allowedKw(1, this.depot.now)
  }
  get pause() {
    return this.station.control.ledgers['1']?.pause
  }
}

/** A vehicle that is told 40 kW, to pause from 22:10, and to draw 40 kW again from 22:20 on; beside it one of 30 kW. */
function pausedDepot(wakesAt: number, options: { allowRestart?: boolean; headroomKw?: number; wants?: Wants } = {}) {
  const depot = new PlayedDepot()
  depot.headroom = constant(options.headroomKw ?? 120)
  const [station, other] = [depot.add([100], { allowRestart: options.allowRestart }), depot.add([100])]
  depot.step()
  depot.plug(station, 1, plan([40, 0, 40, 40, 40, 40, 40, 40]))
  Object.assign(station.evses[1] ?? {}, { wants: options.wants })
  depot.plug(other, 1, plan([30, 30, 30, 30, 30, 30, 30, 30]))
  const sleeper = new Sleeper(depot, station, wakesAt)
  sleeper.drive(19)
  expect([sleeper.allowedKw, sleeper.asleep]).toEqual([0, true])
  return { depot, station, other, sleeper }
}

describe('a vehicle that was told to pause', () => {
  test('and draws again by itself is left alone', () => {
    const { station, sleeper } = pausedDepot(10)
    sleeper.drive(20)
    expect([sleeper.allowedKw, sleeper.asleep, sleeper.pause]).toEqual([40, false, undefined])
    expect(cannotPause(station.control)).toEqual([])
  })

  test('and does not come back within three minutes is told all that there is room for, and then its plan again', () => {
    const { depot, station, other, sleeper } = pausedDepot(80)
    sleeper.drive(3)
    expect(sleeper.allowedKw).toBe(40)
    sleeper.drive(4, () => !sleeper.asleep)
    expect(sleeper.asleep).toBe(false)
    expect(sleeper.allowedKw).toBeCloseTo(90, 0)
    expect(other.charger.totalKw(depot.now)).toBe(30)
    sleeper.drive(3)
    expect([sleeper.allowedKw, sleeper.asleep]).toEqual([40, false])
    expect(sleeper.pause).toMatchObject({ isBack: true })
    expect(cannotPause(station.control)).toEqual(['1'])
  })

  test('never makes the depot draw more than its headroom, however it is woken', () => {
    const { depot, sleeper } = pausedDepot(1_000, { headroomKw: 75 })
    for (let minutes = 0; minutes < 20; minutes += 0.5) {
      sleeper.drive(0.5)
      expect(depot.totalKw()).toBeLessThanOrEqual(75.01)
    }
  })

  test('obeys a cut of the limit at once while it is being woken', () => {
    const { depot, sleeper } = pausedDepot(1_000)
    sleeper.drive(7, () => sleeper.allowedKw > 80)
    expect(depot.totalKw()).toBeCloseTo(120, 0)
    depot.headroom = constant(60)
    depot.step(5)
    expect(depot.totalKw()).toBeLessThanOrEqual(60.01)
    expect(sleeper.allowedKw).toBeGreaterThan(30)
  })

  test('is woken with what its station leaves, where that has a maximum', () => {
    const depot = new PlayedDepot()
    const station = depot.add([100, 100], { maxPowerKw: 100 })
    depot.step()
    depot.plug(station, 1, plan([20, 0, 20, 20, 20, 20, 20, 20]))
    depot.plug(station, 2, plan([60, 60, 60, 60, 60, 60, 60, 60]))
    const sleeper = new Sleeper(depot, station, 1_000)
    sleeper.drive(19)
    let mostKw = 0
    for (let minutes = 0; minutes < 12; minutes += 0.5) {
      sleeper.drive(0.5)
      mostKw = Math.max(mostKw, sleeper.allowedKw)
      expect(depot.totalKw()).toBeLessThanOrEqual(100.01)
    }
    expect(sleeper.pause?.wokenAt).toBeDefined()
    expect(mostKw).toBeCloseTo(40, 0)
  })

  test('and wants nothing afterwards is not woken', () => {
    const { station, sleeper } = pausedDepot(1_000, { allowRestart: true, wants: 'nothing' })
    sleeper.drive(20)
    expect(sleeper.pause?.wokenAt).toBeUndefined()
    expect(takeRestarts(station.control)).toBeNull()
    expect(sleeper.allowedKw).toBe(40)
  })

  test('and wants power again later is given its three minutes from then on', () => {
    const { depot, station, sleeper } = pausedDepot(1_000, { wants: 'nothing' })
    sleeper.drive(10)
    Object.assign(station.evses[1] ?? {}, { wants: 'surely' })
    const since = depot.now
    sleeper.drive(10, () => sleeper.pause?.wokenAt !== undefined)
    expect(depot.now - since).toBeGreaterThanOrEqual(3 * 60_000)
    expect(sleeper.pause?.wokenAt).toBeDefined()
  })

  test.each([undefined, 'nothing'] as const)('keeps its transaction where it may be full (%s)', (wants) => {
    const { station, sleeper } = pausedDepot(1_000, { allowRestart: true, wants: 'surely' })
    sleeper.drive(6, () => sleeper.pause?.wokenAt !== undefined)
    expect(sleeper.pause?.wokenAt).toBeDefined()
    Object.assign(station.evses[1] ?? {}, { wants })
    sleeper.drive(15)
    expect(takeRestarts(station.control)).toBeNull()
  })

  test('is woken once in its visit, and falls back to its plan by itself if its charger goes offline meanwhile', () => {
    const { depot, station, sleeper } = pausedDepot(80)
    sleeper.drive(6, () => sleeper.pause?.wokenAt !== undefined && sleeper.allowedKw > 40)
    depot.disconnect(station)
    expect(station.charger.allowedKw(1, depot.now + 3 * 60_000)).toBe(40)
    station.online = true
    const { wokenAt } = sleeper.pause ?? {}
    sleeper.asleep = true
    sleeper.drive(15)
    expect(sleeper.pause?.wokenAt).toBe(wokenAt)
    depot.unplug(station, 1)
    depot.step()
    expect(sleeper.pause).toBeUndefined()
  })

  test.each([
    { allowRestart: true, restarts: ['1'] },
    { allowRestart: false, restarts: undefined },
  ])('and sleeps on is started anew where that is allowed ($allowRestart), once', ({ allowRestart, restarts }) => {
    const { station, sleeper } = pausedDepot(1_000, { allowRestart, wants: 'surely' })
    sleeper.drive(12)
    const taken = takeRestarts(station.control)
    expect(taken?.result).toEqual(restarts)
    if (taken) station.control = taken.control
    sleeper.drive(15)
    expect(takeRestarts(station.control)).toBeNull()
    expect(sleeper.allowedKw).toBe(40)
  })

  test('and whose meter says nothing is not woken: nobody knows that it sleeps', () => {
    const { depot, station, sleeper } = pausedDepot(1_000)
    Object.assign(station.evses[1] ?? {}, { reading: undefined })
    for (let step = 0; step < 40; step += 1) depot.step(30)
    expect(sleeper.pause?.wokenAt).toBeUndefined()
    expect(sleeper.allowedKw).toBe(powerAt(stretches([40, 0, 40, 40, 40, 40, 40, 40]), depot.now))
  })
})
