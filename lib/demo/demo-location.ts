import { WEEKDAYS } from '@/lib/contract/enumerations'
import type { LocationInput } from '@/lib/contract/location'

const TIME_ZONE = 'Europe/Helsinki'

type Slot<T> = { from: string; to: string } & T

function everyDay<T>(slots: Slot<T>[]) {
  return WEEKDAYS.flatMap((day) => slots.map((slot) => ({ day, ...slot })))
}

/** A depot whose limit is well above what its plan needs and far below what uncontrolled charging would draw. */
export const demoLocation = {
  name: 'Harbour depot',
  locationId: 'DEMO-1',
  address: 'Quay 4',
  city: 'Helsinki',
  country: 'Finland',
  countryCode: 'FI',
  lat: 60.155,
  lng: 24.921,
  timeZone: TIME_ZONE,
  powerLimitkW: 1_000,
  chargingEfficiency: 0.94,
  strategy: 'peak-supression',
  targetSoC: 90,
  minimumSoC: 60,
  bulkSoC: 80,
  departureMarginMinutes: 10,
  assumedArrivalSoC: 25,
  baseLoad: {
    weekly: everyDay([
      { from: '00:00', to: '05:00', powerkW: 28 },
      { from: '05:00', to: '07:00', powerkW: 55 },
      { from: '07:00', to: '16:00', powerkW: 74 },
      { from: '16:00', to: '22:00', powerkW: 46 },
      { from: '22:00', to: '24:00', powerkW: 33 },
    ]),
  },
  tariff: {
    currency: 'EUR',
    demandChargePerkW: 9.5,
    weekly: everyDay([
      { from: '00:00', to: '06:00', perkWh: 0.082 },
      { from: '06:00', to: '16:00', perkWh: 0.148 },
      { from: '16:00', to: '20:00', perkWh: 0.236 },
      { from: '20:00', to: '22:00', perkWh: 0.148 },
      { from: '22:00', to: '24:00', perkWh: 0.082 },
    ]),
  },
} satisfies LocationInput & { timeZone: string }
