import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { undoImport } from '@/lib/imports/undo-import'

/** Takes an import back (write). */
export const POST = route(operations.undoImport, ({ context, params: { importId }, query: { dryRun } }) =>
  undoImport(context, { importId, dryRun }),
)
