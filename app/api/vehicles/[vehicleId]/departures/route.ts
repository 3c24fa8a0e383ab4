import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { listVehicleDepartures } from '@/lib/readiness/list-vehicle-departures'

/** The departures of a vehicle (read) with their states, as the boards of its depots say them. */
export const GET = route(operations.listVehicleDepartures, ({ context, params, query }) =>
  listVehicleDepartures(context, { ...params, ...query }),
)
