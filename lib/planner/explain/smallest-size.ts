/** After so many steps that did not halve what is left, one bisects. */
const patience = 2

/**
 * The smallest whole size from 1 to `most` at which nothing is missing any more, where more of it never leaves more
 * missing. What is missing falls nearly along straight lines, so the line through the last two sizes that were too small
 * leads to the root in a few steps (the secant method), with bisection where it does not.
 * @param missingAt what is missing at a size, 0 where it is enough
 * @param likely the first size to try
 */
export function smallestSize(missingAt: (size: number) => number, most: number, likely: number): number | undefined {
  let tooSmall = { size: 0, missing: missingAt(0) }
  let before: typeof tooSmall | undefined
  let enough: number | undefined
  let patienceLeft = patience
  let guess = likely
  for (;;) {
    const high = enough ?? most + 1
    if (high - tooSmall.size <= 1) return enough
    const isWild = patienceLeft === 0 || (enough !== undefined && guess > enough)
    const size = isWild ? Math.floor((tooSmall.size + high) / 2) : clamp(Math.ceil(guess), tooSmall.size + 1, high - 1)
    const missing = missingAt(size)
    const left = high - tooSmall.size
    if (missing > 0) {
      before = tooSmall
      tooSmall = { size, missing }
    } else enough = size
    const isHalved = 2 * ((enough ?? most + 1) - tooSmall.size) <= left
    patienceLeft = isWild || isHalved ? patience : patienceLeft - 1
    guess = before ? rootOf(before, tooSmall) : tooSmall.size + 1
  }
}

/** Where the line through two points reaches 0; Infinity where it does not fall. */
function rootOf(a: { size: number; missing: number }, b: { size: number; missing: number }): number {
  const fall = (a.missing - b.missing) / (b.size - a.size)
  return fall > 0 ? b.size + b.missing / fall - 1e-6 : Number.POSITIVE_INFINITY
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
