/** The place of the first of `count` rising values that is at least `value`; `count` where none is. */
export function firstAtLeast(rising: Float64Array, value: number, count = rising.length): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
