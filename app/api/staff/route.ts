import { createStaff } from '@/lib/auth/create-staff'
import { listStaff } from '@/lib/auth/list-staff'
import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'

export const GET = route(operations.listStaff, ({ context }) => listStaff(context))

export const POST = route(operations.createStaff, async ({ context, body }) =>
  reply(201, await createStaff(context, body)),
)
