import type { EvSchedule } from '@/lib/contract/schedule'
import { toTimestamp } from '@/lib/contract/timestamp'
import type { ChargeNow } from '@/lib/stays/depot-stay'

/** That a vehicle charges at full power, as the contract says it. */
export function chargeNowView({ since, by }: ChargeNow): NonNullable<EvSchedule['chargeNow']> {
  return { since: toTimestamp(since), by }
}
