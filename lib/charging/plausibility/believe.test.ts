import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChargerEvent } from '@/lib/charging/charger-event'
import { at, event } from '@/lib/charging/fixtures/events'
import { believe } from '@/lib/charging/plausibility/believe'
import { highestKw, highestKwh, type Limits, mostKwh } from '@/lib/charging/plausibility/limits'

/** A bus of 400 kWh and 100 kW at a charger that nobody has described. */
const BUS: Limits = { batterySizeKwh: 400, vehicleKw: 100, chargerKw: null, preconditioningKwh: 0 }
const tx = { transactionId: 'tx' }
const start = event('charging-started', 0, tx)
const meter = (minutes: number, values: Partial<ChargerEvent>) => event('meter', minutes, { ...tx, ...values })

const energies = (events: ChargerEvent[], limits = BUS) =>
  believe(events, limits).events.map(({ counter }) => (counter === null ? null : counter.sinceKwh))
const socs = (events: ChargerEvent[], limits = BUS) => believe(events, limits).events.map(({ soc }) => soc)
const powers = (events: ChargerEvent[], limits = BUS) => believe(events, limits).events.map(({ powerKw }) => powerKw)

describe('the energy of a transaction', () => {
  test.each([
    ['a counter in kWh', [30, 60], [30, 60], [null, 30, 30]],
    ['a counter in Wh', [30, 60], [30_000, 60_000], [null, 30, 30]],
    ['a single counter in Wh', [60], [40_000], [null, 40]],
    ['a lifetime register in kWh', [6, 60], [784_906.1, 784_942.1], [null, null, expect.closeTo(36, 6)]],
    ['a lifetime register in Wh', [6, 60], [784_906_100, 784_942_100], [null, null, expect.closeTo(36, 6)]],
    ['a lifetime register that was read once', [6], [784_906.1], [null, null]],
    ['a wild value between two that go on', [20, 40, 60], [20, 5_000, 50], [null, 20, null, 30]],
    ['a fall to 0 that comes back', [20, 40, 60], [20, 0, 50], [null, 20, null, 30]],
    ['a rise that the next reading takes back', [20, 40, 60], [20, 45, 30], [null, 20, null, 10]],
    ['a counter that begins again', [20, 40, 60], [20, 4, 12], [null, 20, 4, 8]],
    ['a counter that is replaced by another', [20, 40, 60], [20, 9_000, 9_010], [null, 20, null, 10]],
    ['a wild value at the end', [20, 40], [20, 5_000], [null, 20, null]],
    ['more than the battery holds, though there was time', [60, 600, 660], [90, 900, 910], [null, 90, null, 10]],
  ])('%s', (_, minutes, values, expected) => {
    expect(energies([start, ...minutes.map((at, index) => meter(at, { energyKwh: values[index] }))])).toEqual(expected)
  })

  test('a register of its own counts from where it was first read, in Wh too', () => {
    expect(energies([start, meter(30, { meterKwh: 5_000 }), meter(60, { meterKwh: 5_040 })])).toEqual([null, null, 40])
    const wattHours = [meter(30, { meterKwh: 5_000_000 }), meter(60, { meterKwh: 5_040_000 })]
    expect(energies([start, ...wattHours])).toEqual([null, null, 40])
    const withStart = [{ ...start, meterKwh: 5_000 }, meter(30, { meterKwh: 5_040 })]
    expect(energies(withStart)).toEqual([null, 40])
  })

  test('a charger with a broken clock is judged by the battery alone', () => {
    const estimated = [start, meter(0, { energyKwh: 200 })].map((one) => ({ ...one, estimated: true }))
    expect(energies(estimated)).toEqual([null, 200])
  })
})

describe('the power', () => {
  test.each([
    ['in kW', [40, 80], [40, 80]],
    ['in W, all of them', [40_000, 900], [40, 0.9]],
    [
      'in W, of a vehicle that waited or waits for most of the time',
      [110, 110, 40_000, 40_000, 110, 110],
      [0.11, 0.11, 40, 40, 0.11, 0.11],
    ],
    ['in W, below a megawatt if it were kW', [900, 800], [0.9, 0.8]],
    ['above the nameplate, which may say too little', [250, 250], [250, 250]],
    ['of one wild reading', [40, 70_000], [40, null]],
    ['of two wild readings apart', [40, 70_000, 40, 70_000, 40], [40, null, 40, null, 40]],
  ])('%s', (_, sent, believed) => {
    expect(powers(sent.map((powerKw, index) => meter(index, { powerKw })))).toEqual(believed)
  })
})

describe('the state of charge', () => {
  const charge = (minutes: number, energyKwh: number, soc: number) => meter(minutes, { energyKwh, soc })
  test.each([
    ['goes with the energy', [charge(30, 40, 40), charge(60, 80, 51)], [30, 40, 51]],
    ['jumps once', [charge(30, 40, 40), charge(36, 44, 100), charge(60, 60, 45)], [30, 40, null, 45]],
    ['jumps and stays', [charge(30, 40, 40), charge(36, 44, 60), charge(42, 48, 61)], [30, 40, null, 61]],
    ['jumps and is said twice', [charge(30, 40, 40), charge(36, 44, 60), charge(36, 44, 60)], [30, 40, null, null]],
    ['falls once', [charge(30, 40, 40), charge(36, 44, 10), charge(42, 48, 42)], [30, 40, null, 42]],
    ['is a fraction', [charge(30, 20, 0.35), charge(60, 40, 0.4)], [30, 35, 40]],
    ['is 1 %', [meter(30, { soc: 2 })], [30, null]],
    ['is not available', [charge(30, 40, 255)], [30, null]],
    ['is below 0', [charge(30, 40, -1)], [30, null]],
  ])('%s', (_, readings, believed) => {
    expect(socs([{ ...start, soc: 30 }, ...readings])).toEqual(believed)
  })

  test('a value up to 1 is percent where nothing was read before', () => {
    expect(socs([event('ev-connected', 0, { soc: 0.35 })])).toEqual([0.35])
  })

  test('what is not believed is said with the value that was sent', () => {
    const wild = charge(36, 44, 100)
    const { warnings } = believe([{ ...start, soc: 30 }, charge(30, 40, 40), wild], BUS)
    expect([...warnings.values()]).toEqual([
      ['soc: 100 is not explained by what was charged; a second reading is awaited'],
    ])
    expect([...warnings.keys()]).toEqual([wild])
  })
})

/** A night as any charger may tell it: right, in other units, and wild. */
const anyReadings = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 0, max: 90 }),
      energyKwh: fc.option(fc.oneof(fc.double({ min: 0, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: 400 })), {
        nil: null,
      }),
      powerKw: fc.option(fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: -1e6, max: 1e6 })), {
        nil: null,
      }),
      soc: fc.option(
        fc.oneof(fc.double({ min: -10, max: 300, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        {
          nil: null,
        },
      ),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    let minutes = 0
    const readings = steps.map(({ pause, ...values }) => {
      minutes += pause
      return meter(minutes, values)
    })
    return [start, ...readings]
  })

describe('whatever is sent', () => {
  test('no energy is believed that is above physics, and none below 0', () => {
    fc.assert(
      fc.property(anyReadings, (events) => {
        let last = at(0)
        for (const { counter, at: now } of believe(events, BUS).events) {
          if (counter === null) continue
          expect(counter.sinceKwh ?? 0).toBeGreaterThanOrEqual(0)
          expect(counter.sinceKwh ?? 0).toBeLessThanOrEqual(mostKwh(highestKw(BUS), now - last) + 1e-6)
          expect(counter.sinceKwh ?? 0).toBeLessThanOrEqual(highestKwh(BUS) + 1e-6)
          last = now
        }
      }),
    )
  })

  test('no power is believed that vehicle and charger cannot do, and no SoC outside 0 to 100', () => {
    fc.assert(
      fc.property(anyReadings, (events) => {
        for (const { powerKw, soc } of believe(events, BUS).events) {
          expect(Math.abs(powerKw ?? 0)).toBeLessThanOrEqual(highestKw(BUS))
          expect(soc ?? 0).toBeGreaterThanOrEqual(0)
          expect(soc ?? 0).toBeLessThanOrEqual(100)
        }
      }),
    )
  })

  test('no single SoC rises by more than the vehicle can take in the time', () => {
    const oneWild = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 100 }))
    fc.assert(
      fc.property(oneWild, ([place, wild]) => {
        const events = Array.from({ length: 12 }, (_, index) =>
          charged(index * 10, index * 8, index === place ? wild : 30 + index * 2),
        )
        for (const [index, soc] of socs([{ ...start, soc: 30 }, ...events]).entries())
          if (soc !== null) expect(Math.abs(soc - (30 + (index - 1) * 2))).toBeLessThanOrEqual(7)
      }),
    )
  })

  test('the limits hold where vehicle and charger are known', () => {
    const known = { ...BUS, chargerKw: 150 }
    expect(highestKw(known)).toBeCloseTo(180)
    const readings = [meter(30, { energyKwh: 50 }), meter(60, { energyKwh: 200 }), meter(70, { energyKwh: 205 })]
    expect(energies([start, ...readings], known)).toEqual([null, 50, null, 5])
  })
})

function charged(minutes: number, energyKwh: number, soc: number) {
  return meter(minutes, { energyKwh, soc })
}
