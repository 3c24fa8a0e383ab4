import { ImportedVehicle } from '@/lib/contract/import'
import { operations } from '@/lib/contract/operations'
import { parsePart } from '@/lib/http/parse-input'
import { problemResponse } from '@/lib/http/problem'
import { route } from '@/lib/http/route'
import { shownId } from '@/lib/http/shown-id'
import { createImport } from '@/lib/imports/create-import'
import { listImports } from '@/lib/imports/list-imports'
import type { ImportOutcome } from '@/lib/imports/store-import'

/** The imports for the locations that the caller sees (read). */
export const GET = route(operations.listImports, async ({ context, query }) => ({
  imports: await listImports(context, query),
}))

/** Imports vehicles with their schedules, or shows what that would change (write). */
export const POST = route(operations.createImport, async ({ context, query, body }) => {
  const { vehicles, ...about } = body
  const rows = vehicles.map((vehicle) => ({
    vehicleId: shownId(Object(vehicle).vehicleId),
    read: () => parsePart(ImportedVehicle, vehicle),
  }))
  const { id, outcomes } = await createImport(context, { ...about, rows }, query)
  return { ...(id !== undefined && { id }), results: await Promise.all(outcomes.map(toResult)) }
})

async function toResult(outcome: ImportOutcome) {
  const { vehicleId } = outcome
  if ('answer' in outcome) return { vehicleId, status: 200, ...outcome.answer }
  const refused = problemResponse(outcome.thrown, `/api/vehicles/${encodeURIComponent(vehicleId)}`)
  return { vehicleId, status: refused.status, error: await refused.json() }
}
