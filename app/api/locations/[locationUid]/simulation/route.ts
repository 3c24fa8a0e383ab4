import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { getSimulation } from '@/lib/simulation/get-simulation'
import { putSimulation } from '@/lib/simulation/put-simulation'

export const GET = route(operations.getSimulation, ({ context, params }) => getSimulation(context, params.locationUid))

export const PUT = route(operations.putSimulation, ({ context, params: { locationUid }, body: { running } }) =>
  putSimulation(context, { locationUid, running }),
)
