const OVER = 0.05
const LEAST_OVER_KW = 0.5

/** Whether an evse draws more than it was told (kW), by more than its meter can be wrong. */
export function drawsMore(kw: number, toldKw: number): boolean {
  return kw > Math.max(toldKw * (1 + OVER), toldKw + LEAST_OVER_KW)
}
