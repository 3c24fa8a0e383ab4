import { SimulatedStation } from '@/lib/simulator/simulated-station'

const KW = 150
const REPORT_EVERY_MS = 30_000

/** The identity of a depot's simulated station by its number. */
export function stationId(locationUid: string, number: number): string {
  return `SIM-${locationUid}-${number}`.slice(0, 48)
}

/** What the registry is told of it. */
export function stationInput(locationUid: string, number: number) {
  return {
    ...{ locationUid, name: `Simulated charger ${String(number).padStart(2, '0')}` },
    evses: [1, 2].map((evseId) => ({
      evseId,
      maxPowerkW: KW,
      connectors: [{ connectorId: 1, type: 'CCS2' as const }],
    })),
  }
}

/** The station itself: each second one speaks the other version of OCPP, and each third one's clock is behind. */
export function simulatedStation(
  number: number,
  {
    url,
    id,
    password,
    speed = 1,
    onFault,
  }: { url: string; id: string; password: string; speed?: number; onFault?: (error: unknown) => void },
): SimulatedStation {
  return new SimulatedStation({
    ...{ url, id, password, evses: 2, maxPowerKw: KW, onFault },
    protocol: number % 2 === 0 ? 'ocpp2.0.1' : 'ocpp1.6',
    reportEveryMs: Math.max(2_000, REPORT_EVERY_MS / speed),
    meterError: 0.003,
    clockBehindMs: number % 3 === 0 ? 90_000 : 0,
  })
}
