/** What moves without a change of the plan (a state of charge, the clock) is asked for this often. */
const LIVE_MS = 5_000
/** And this often where nothing tells of changes: a stream that cannot be had is no reason to ask a server for more. */
export const SLOW_MS = 30_000

let isLive = true

/** Says whether a stream tells the pages of this tab of changes. */
export function setLive(next: boolean): void {
  isLive = next
}

/** How often what moves by itself is asked for. */
export function livePace(): number {
  return isLive ? LIVE_MS : SLOW_MS
}
