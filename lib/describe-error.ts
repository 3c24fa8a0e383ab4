/** What the log says of an error: enough to find the defect, nothing that a query carried. */
export type ErrorDescription = { type: string; message: string; code?: string; stack?: string; cause?: unknown }

const MOST_CAUSES = 5

/**
 * Describes an error for the log. Drizzle puts the parameters of a failed query into its message, and those may be
 * session tokens or hashes: they are left out, as are all other properties than the ones named here.
 */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error
  const { code } = error as Error & { code?: unknown }
  const description: ErrorDescription = { type: error.name, message: withoutParameters(error.message) }
  if (typeof code === 'string') description.code = code
  if (error.stack) description.stack = withoutParameters(error.stack)
  if (error.cause !== undefined && depth < MOST_CAUSES) description.cause = describeError(error.cause, depth + 1)
  return description
}

/** Cuts from `params:`, on a line of its own, to the first frame of the stack. */
function withoutParameters(text: string): string {
  return text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '\nparams: [redacted]')
}
