import { numberWords } from '@/components/format/number-format'

/** How far a vehicle goes with this energy: "180"; null where its consumption is not known. Source: the contract, `consumption` (Wh/km). */
export function kilometres(
  energyKwh: number | undefined,
  consumptionWhPerKm: number | undefined,
  locale: string,
): string | null {
  if (energyKwh === undefined || !consumptionWhPerKm || energyKwh < 0) return null
  return numberWords((energyKwh * 1000) / consumptionWhPerKm, locale)
}
