import type { Location } from '@/lib/contract/location'

/** The depot that the link names, and none in its place; without a name the first. */
export function chooseDepot(locations: readonly Location[], wanted: string | null): Location | undefined {
  return wanted === null ? locations[0] : locations.find(({ id }) => id === wanted)
}
