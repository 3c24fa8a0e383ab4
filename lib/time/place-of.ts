/**
 * The place of the last of `items` of which `isSo` is true; −1: of none. It is true of all before that one and of none
 * after it, so that a few of many are looked at.
 */
export function placeOf<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  let [low, high] = [-1, items.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && isSo(item)) low = middle
    else high = middle
  }
  return low
}
