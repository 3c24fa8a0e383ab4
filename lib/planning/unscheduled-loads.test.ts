import { describe, expect, it } from 'vitest'
import { NOW } from '@/lib/planning/fixtures/depot-values'
import { unscheduledLoads } from '@/lib/planning/unscheduled-loads'

const HOUR = 3_600_000
const connection = {
  ...{ vehicleKey: 1, macAddress: null, stationId: 's', evseId: null, connectorId: null },
  ...{ connectedAt: NOW - HOUR, charging: true, powerKw: 80, reportsMeter: true, lastEventAt: NOW },
}
const bus = { batterySizeKwh: 200, maxPowerKw: 100 }
const stranger = { ...connection, vehicleKey: null, macAddress: '02:00:00:00:00:01' }

describe('unscheduledLoads', () => {
  it.each([
    [
      'what the charger reports, until the battery is full',
      connection,
      bus,
      { from: NOW, to: NOW + HOUR, powerkW: 80 },
    ],
    [
      'full power where nothing is reported',
      { ...connection, powerKw: null },
      bus,
      { from: NOW, to: NOW + 0.6 * HOUR, powerkW: 100 },
    ],
    [
      'for a while longer where it still charges though it should be full',
      { ...connection, connectedAt: NOW - 9 * HOUR },
      bus,
      { from: NOW, to: NOW + HOUR / 4, powerkW: 80 },
    ],
    ['what a stranger draws, for two hours', stranger, null, { from: NOW, to: NOW + 2 * HOUR, powerkW: 80 }],
  ])('counts %s', (_, one, vehicle, expected) => {
    expect(unscheduledLoads([{ connection: one, vehicle, safeKw: null }], NOW, 20)).toEqual([expected])
  })

  it.each([
    ['less than a stranger draws: only what is safe', 30, 30],
    ['more than it draws: what it draws', 100, 80],
  ])('counts, where the charger follows us and may give %s', (_, safeKw, powerkW) => {
    expect(unscheduledLoads([{ connection: stranger, vehicle: null, safeKw }], NOW, 20)).toMatchObject([{ powerkW }])
  })

  it.each([
    ['that draws nothing', { ...connection, charging: false, powerKw: 0 }, bus],
    ['that must be full by now', { ...connection, charging: false, powerKw: null, connectedAt: NOW - 9 * HOUR }, bus],
    ['of which no power is known', { ...stranger, powerKw: null }, null],
  ])('counts nothing of a vehicle %s', (_, one, vehicle) => {
    expect(unscheduledLoads([{ connection: one, vehicle, safeKw: null }], NOW, 20)).toEqual([])
  })
})
