/** Writes epoch milliseconds as the contract's timestamp. */
export function toTimestamp(instant: number): string {
  return new Date(instant).toISOString()
}
