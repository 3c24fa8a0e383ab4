import { describe, expect, it } from 'vitest'
import { inForceValue, NOW, stayValue } from '@/lib/planning/fixtures/depot-values'
import { estimateArrivals, type TripHistory } from '@/lib/stays/estimate-socs'

const HOUR = 3_600_000
const history: TripHistory = { socPerHour: 5, lastDeparture: NOW - 3 * HOUR, lastSoc: 90 }

const estimates = (stays: Parameters<typeof estimateArrivals>[0], known: Partial<TripHistory> | null = {}) =>
  estimateArrivals(stays, new Map(known ? [[1, { ...history, ...known }]] : [])).map(({ estimatedSoc }) => estimatedSoc)

const tonight = stayValue({ startSoc: null })
const tomorrow = stayValue({ startSoc: null, arrival: NOW + 20 * HOUR, departure: NOW + 30 * HOUR })

describe('estimateArrivals', () => {
  it('takes the last known SoC less what such a trip takes', () => {
    expect(estimates([tonight])).toEqual([90 - 4 * 5])
  })

  it('goes on from what the plan of the stay before brings', () => {
    const planned = { ...tonight, incumbent: inForceValue({ endSoc: 88 }) }
    expect(estimates([planned, tomorrow])).toEqual([70, 88 - 10 * 5])
    expect(estimates([{ ...tonight, startSoc: 60 }, tomorrow])).toEqual([70, 60 - 10 * 5])
  })

  it('is never below empty', () => {
    expect(estimates([{ ...tonight, arrival: NOW + 40 * HOUR }])).toEqual([0])
  })

  it('says nothing where too little is known', () => {
    expect(estimates([tonight], { socPerHour: null })).toEqual([null])
    expect(estimates([tonight], { lastSoc: null })).toEqual([null])
    expect(estimates([tonight], null)).toEqual([null])
  })
})
