/** What a stream tells of: something of this kind has changed at the location. */
export const KINDS = ['plan', 'schedules', 'vehicles', 'stations', 'readiness', 'settings', 'alarms'] as const
export type Kind = (typeof KINDS)[number]

/** Where a location is, read off its rows; each part changes with what it is named after. */
export type Markers = {
  run: string
  request: string
  trigger: string | null
  settings: string
  stations: string
  events: string
  alarms: string
}

/** Triggers of plans that come from what chargers say, which may be older than what they said before. */
const OF_CHARGERS = ['ev-connected', 'ev-disconnected', 'soc-updated']
/** The trigger that time alone is. */
const OF_TIME = 'horizon-moved'

/**
 * The kinds that have changed between two readings. Every change of schedules, vehicles and settings asks for a plan in
 * its own transaction and the request is there for a second at least, so a request that is new tells of all three.
 */
export function changedKinds(before: Markers, after: Markers): Kind[] {
  const isRun = before.run !== after.run
  const isAsked = before.request !== after.request && after.trigger !== null
  const isOfChargers = isAsked && OF_CHARGERS.includes(after.trigger ?? '')
  const isEdited = isAsked && !isOfChargers && after.trigger !== OF_TIME
  const isSettings = before.settings !== after.settings
  const isStations = before.stations !== after.stations
  const isEvent = before.events !== after.events || isOfChargers
  const changed: Record<Kind, boolean> = {
    plan: isRun,
    schedules: isEdited || isEvent,
    vehicles: isEdited || isEvent,
    stations: isStations || isEvent || isSettings,
    readiness: isRun || isAsked || isEvent || isSettings,
    settings: isSettings,
    alarms: before.alarms !== after.alarms,
  }
  return KINDS.filter((kind) => changed[kind])
}
