import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { listWaitingStations } from '@/lib/stations/waiting'

export const GET = route(operations.listWaitingStations, async ({ context }) => listWaitingStations(context))
