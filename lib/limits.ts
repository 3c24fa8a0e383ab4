/** What a request, and a planning run, may take, in ms. Tests change them. */
export const limits = {
  /** From when its body has been read until the answer, unless its operation says otherwise. */
  requestMs: 15_000,
  /** Until its body has come in. */
  bodyMs: 60_000,
  /** Until a connection to the database is free. */
  connectionMs: 2_000,
  /** What one location's plans may take to be made: longer than the largest depot needs. */
  planningMs: 45_000,
  /** Until a new connection to the database is made. */
  connectMs: 2_000,
}
