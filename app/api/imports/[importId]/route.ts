import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { findImport } from '@/lib/imports/find-import'
import { importView } from '@/lib/imports/import-view'

/** One import (read). */
export const GET = route(operations.getImport, async ({ context, params }) =>
  importView(await findImport(context, params.importId), context.who),
)
