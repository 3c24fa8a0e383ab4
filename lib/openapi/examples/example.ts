/** Examples of answers by the ids of operations and by status. */
export type Examples = Record<string, Record<number, unknown>>

/** What calls answer that have nothing to tell but that it is done. */
export const done = { success: true }
