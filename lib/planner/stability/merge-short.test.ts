import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Network, networkOf, push } from '@/lib/planner/flow/network'
import { mergeShort } from '@/lib/planner/stability/merge-short'

const minutes = (...lengths: number[]) => Float64Array.from(lengths, (length) => length / 60)

/** A network in which every job may charge throughout, with the powers given in kW. */
function networkWith(hours: Float64Array, maxKw: number, powersKw: number[][]): Network {
  const network = networkOf(
    powersKw.map((_, stay) => ({ stay, first: 0, end: hours.length, powerKw: maxKw })),
    hours,
  )
  powersKw.forEach((own, v) => {
    own.forEach((kw, i) => {
      push(network, v, i, kw * (hours[i] ?? 0))
    })
  })
  return network
}

function powersOf({ flowKwh, arc, hours, jobs }: Network): number[][] {
  return Array.from({ length: jobs }, (_, v) => Array.from(hours, (h, i) => (flowKwh[(arc[v] ?? 0) + i] ?? 0) / h))
}

const loadsOf = (powersKw: number[][]) =>
  powersKw[0]?.map((_, i) => powersKw.reduce((sum, own) => sum + (own[i] ?? 0), 0)) ?? []

describe('an interval of seconds', () => {
  test('in which two exchange what they draw beside it is no stretch of its own any more', () => {
    const network = networkWith(minutes(30, 0.5, 30), 22, [
      [10, 4, 0],
      [5, 11, 15],
    ])
    mergeShort(network, { mayMove: () => true, isSameWorth: () => false })
    const [a = [], b = []] = powersOf(network)
    expect(a[1]).toBeCloseTo(a[0] ?? 0, 9)
    expect(b[1]).toBeCloseTo(b[0] ?? 0, 9)
  })

  test('leaves those alone who go on as they were on one side of it', () => {
    const powersKw = [
      [22, 22, 0],
      [0, 0, 22],
    ]
    const network = networkWith(minutes(30, 0.5, 30), 22, powersKw)
    mergeShort(network, { mayMove: () => true, isSameWorth: () => false })
    expect(powersOf(network)).toEqual(powersKw)
  })

  test('leaves those alone who may not move', () => {
    const powersKw = [
      [10, 4, 0],
      [5, 11, 15],
    ]
    const network = networkWith(minutes(30, 0.5, 30), 22, powersKw)
    mergeShort(network, { mayMove: (v) => v > 0, isSameWorth: () => false })
    for (const [v, own] of powersOf(network).entries()) {
      for (const [k, kw] of own.entries()) expect(kw).toBeCloseTo(powersKw[v]?.[k] ?? 0, 9)
    }
  })

  test('lets one alone draw its mean where energy is worth the same and there is room', () => {
    const network = networkWith(minutes(30, 0.5), 100, [[10, 100]])
    network.roomKwh.fill(100)
    mergeShort(network, { mayMove: () => true, isSameWorth: () => true })
    const [own = []] = powersOf(network)
    expect(own[1]).toBeCloseTo(own[0] ?? 0, 9)
  })

  test("changes nobody's energy and no interval's load, and keeps to every maximum", () => {
    const power = fc.integer({ min: 0, max: 22 })
    const length = fc.constantFrom(0.05, 0.4, 0.9, 1, 5, 60)
    const depot = fc.tuple(
      fc.array(length, { minLength: 5, maxLength: 5 }),
      fc.array(fc.array(power, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
    )
    fc.assert(
      fc.property(depot, ([lengths, powersKw]) => {
        const hours = minutes(...lengths)
        const network = networkWith(hours, 22, powersKw)
        mergeShort(network, { mayMove: () => true, isSameWorth: () => false })
        const after = powersOf(network)
        const energy = (own: number[]) => own.reduce((sum, kw, i) => sum + kw * (hours[i] ?? 0), 0)
        for (const [v, own] of after.entries()) {
          expect(energy(own)).toBeCloseTo(energy(powersKw[v] ?? []), 9)
          for (const kw of own) expect(kw >= -1e-9 && kw <= 22 + 1e-9).toBe(true)
        }
        for (const [i, kw] of loadsOf(after).entries()) expect(kw).toBeCloseTo(loadsOf(powersKw)[i] ?? 0, 7)
      }),
    )
  })
})
