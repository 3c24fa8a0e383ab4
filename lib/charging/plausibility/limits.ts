import { HOUR_MS } from '@/lib/time/interval'

/** What is known of a vehicle and its charger; null where nobody has said it. */
export type Limits = {
  batterySizeKwh: number | null
  vehicleKw: number | null
  chargerKw: number | null
  preconditioningKwh: number
}

/** Meters and nameplates differ by so much. */
const TOLERANCE = 1.2

/** No charger of a depot gives more. */
const UNKNOWN_KW = 1_000

/** A counter may step in whole kilowatt-hours. */
export const ROUNDING_KWH = 1

/** What cannot be exceeded: the larger maximum of vehicle and charger + 20 %, 1 MW where either is unknown. */
export function highestKw({ vehicleKw, chargerKw }: Limits): number {
  return vehicleKw === null || chargerKw === null ? UNKNOWN_KW : Math.max(vehicleKw, chargerKw) * TOLERANCE
}

/** Below so many times its nameplate, a power that is above it may really be drawn. */
const SURELY_NOT = 3

/** What a charger cannot give, or a vehicle take, whatever its nameplate says, which may be wrong; null: it has none. */
export function surelyTooMuchKw(nameplateKw: number | null): number {
  if (nameplateKw === null) return UNKNOWN_KW
  return Math.max(TOLERANCE * nameplateKw, Math.min(UNKNOWN_KW, SURELY_NOT * nameplateKw))
}

/** What the vehicle itself can take, where that is known: which unit a value is in shows by this. */
export function likelyKw(limits: Limits): number {
  return limits.vehicleKw === null ? highestKw(limits) : Math.min(highestKw(limits), limits.vehicleKw * TOLERANCE)
}

/** The most that one transaction can bring: the battery with its losses, preconditioning and some comfort. */
export function highestKwh({ batterySizeKwh, preconditioningKwh }: Limits): number {
  return batterySizeKwh === null ? Number.POSITIVE_INFINITY : 1.3 * batterySizeKwh + preconditioningKwh + 10
}

/** The most energy that a power brings in a time, kWh. */
export function mostKwh(powerKw: number, ms: number): number {
  return (powerKw * Math.max(0, ms)) / HOUR_MS + ROUNDING_KWH
}
