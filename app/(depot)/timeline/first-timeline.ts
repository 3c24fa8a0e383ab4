import type { CameAlong } from '@/app/(depot)/_data/came-along'
import { chooseDepot } from '@/app/(depot)/_depot/choose-depot'
import { firstAnswers } from '@/app/(depot)/first-answers'
import { askOwnApi, inTime, isWholePage } from '@/app/(depot)/own-api'
import { GET as getTimeline } from '@/app/api/locations/[locationUid]/timeline/route'
import { GET as listVehicles } from '@/app/api/vehicles/route'
import { partsOf, staysOfRows, timelineRequest } from '@/components/timeline/asked-stays'
import { viewFromUrl } from '@/components/timeline/time-view'
import { hangsOnStays } from '@/components/timeline/timeline-rows'
import { partsAround } from '@/components/timeline/vehicle-parts'
import type { Location } from '@/lib/contract/location'
import type { Vehicle } from '@/lib/contract/vehicle'

/** The parameters of a page's address. */
export type Search = Record<string, string | string[] | undefined>

/** A wide screen shows so many hours at first; a narrow one shows a part of them. */
const USUAL_HOURS = 24

/** The frame of the page is there meanwhile; on a busy server a second question would take as long. */
const LONGEST_MS = 8_000

/**
 * What the timeline asks first, the vehicles and then the stays of those in sight, sent along with a whole page: asked by
 * the page itself these are two questions after one another, after its scripts. null where the page has to ask.
 */
export async function firstTimeline(search: Search, now: number): Promise<CameAlong | null> {
  if (!(await isWholePage())) return null
  const get = (name: string) => [search[name]].flat()[0] ?? null
  const location = chooseDepot((await firstAnswers())?.locations ?? [], get('depot'))
  return location ? inTime(askTimeline(location, get, now), LONGEST_MS) : null
}

async function askTimeline(location: Location, get: (name: string) => string | null, now: number): Promise<CameAlong> {
  const fleet = await askOwnApi(listVehicles, { query: { locationUid: [location.id] } })
  const { vehicles } = JSON.parse(fleet.text) as { vehicles: { vehicle: Vehicle }[] }
  const { from, span } = viewFromUrl({ at: get('at'), span: get('span') }, now, USUAL_HOURS)
  const rows = { model: get('model'), hangsOnStays: hangsOnStays(get) }
  const of = staysOfRows(
    vehicles.map(({ vehicle }) => vehicle),
    rows,
    partsAround(0, 0),
  )
  const parts = partsOf({ from, to: from + span, zone: location.timeZone }, of)
  const stays = await Promise.all(parts.map((part) => askOwnApi(getTimeline, timelineRequest(location.id, part))))
  return Object.fromEntries([fleet, ...stays].map(({ address, text }) => [address, text]))
}
