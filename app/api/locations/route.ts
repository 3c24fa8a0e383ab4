import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { listLocations } from '@/lib/locations/list-locations'

export const GET = route(operations.listLocations, async ({ context }) => ({ locations: await listLocations(context) }))
