import { deleteStaff } from '@/lib/auth/delete-staff'
import { patchStaff } from '@/lib/auth/patch-staff'
import { operations } from '@/lib/contract/operations'
import { reply, route } from '@/lib/http/route'

export const PATCH = route(operations.patchStaff, ({ context, params, body }) =>
  patchStaff(context, { id: params.id, patch: body }),
)

export const DELETE = route(operations.deleteStaff, async ({ context, params }) => {
  await deleteStaff(context, params)
  return reply(204)
})
