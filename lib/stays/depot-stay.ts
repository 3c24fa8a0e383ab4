import type { Explanation } from '@/lib/contract/explanations'
import type { Plan, Segment } from '@/lib/contract/plan'
import type { ChargingCurveValue, PreconditioningValue, V2icpParametersValue } from '@/lib/db/schema/vehicle'
import type { Arriving } from '@/lib/stays/arriving-share'
import type { StayDetails } from '@/lib/stays/stay-details'

/** What the planner needs to know of a vehicle; null where nobody has said it. Powers kW, energies kWh. */
export type DepotVehicle = {
  id: string
  name: string | null
  licensePlate: string | null
  batterySizeKwh: number | null
  maxPowerKw: number | null
  minPowerKw: number
  minPreconditioningPowerKw: number | null
  supportsPausing: boolean
  /** The most power by SoC, where somebody entered it. */
  chargingCurve?: ChargingCurveValue | null
  enableChargeScheduling: boolean
  v2icpParameters: V2icpParametersValue | null
  preconditioning: PreconditioningValue | null
  v2icp: Record<string, unknown> | null
  /** Wh/km, where somebody entered it. */
  consumptionWhPerKm?: number | null
}

/** What the chargers said of a stay; null while they have said nothing. Instants epoch ms. */
export type Measurements = {
  connectedAt: number | null
  disconnectedAt: number | null
  chargingStartedAt: number | null
  chargingEndedAt: number | null
  startSoc: number | null
  soc: number | null
  socAt: number | null
  /** The last word of the vehicle or its connector, while it is connected. */
  lastEventAt: number | null
  /** Meter values have come in this connection. */
  reportsMeter: boolean
  /** It was drawing power when it was last heard of. */
  drawsPower: boolean
  /** The most that the evse gives at which it is connected; null while it is not, or where nobody has said it. */
  evseMaxKw: number | null
}

/** Since when (epoch ms) a vehicle is to charge at full power, whatever the strategy says, and by whose word. */
export type ChargeNow = { since: number; by: string }

/** Which occurrence of which rule a stay is. */
export type OccurrenceKey = { ruleKey: number; ruleVersionKey: number; originalDate: string }

/** The incumbent plan of a stay. */
export type IncumbentPlan = {
  plan: Plan
  frozen: boolean
  /** Posted by the sender rather than made by the planner. */
  posted: boolean
  plannedAt: number
  strategy: string | null
  strategyVersion: string | null
  trigger: string | null
  triggerDescription: string | null
  /** What the planner said of it; null for every plan that is not the planner's own. */
  explanation: Explanation | null
}

/** One stay of one vehicle with everything that its plan depends on. Instants epoch ms, SoC percent. */
export type DepotStay = StayDetails & {
  /** null: an occurrence of a rule that has no row of its own yet. */
  key: number | null
  /** Changes with every write to the stay's row or its plan's. */
  version: string
  id: string
  arrival: number
  departure: number
  /** When the stay was first heard of. A SoC that is posted for a stay already going on holds then. */
  knownSince: number
  /** The last known SoC less the trip, where that could be estimated. */
  estimatedSoc: number | null
  /** The most that this stay has shown to be delivered while more was asked for, kW; null: no bound was seen. */
  deliveredMaxKw: number | null
  /** What part of an ordered kWh reaches the battery, as this stay has shown it. */
  arriving: Arriving
  /** What the chargers have metered in this stay, at the outlet, in order of time. */
  charged: Segment[]
  /** What its meter read in the last half hour, kW, in order of time; only while it is connected. */
  readings: { at: number; powerKw: number }[]
  occurrence: OccurrenceKey | null
  measured: Measurements
  /** null: nobody asked, or it is done. */
  chargeNow: ChargeNow | null
  vehicleKey: number
  vehicle: DepotVehicle
  incumbent: IncumbentPlan | null
  /** What elapsed of earlier plans. */
  elapsed: Segment[]
}
