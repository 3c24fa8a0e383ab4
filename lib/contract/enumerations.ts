/** The words that properties of the contract may have, without the schemas around them: pages need no more. */

/** The languages of the pages, as `lang` of HTML has them (BCP 47). */
export const LANGUAGES = ['en', 'de', 'fi'] as const
export type Language = (typeof LANGUAGES)[number]

/** A departure's state, what needs attention first. The words and colours are the UI's. */
export const READINESS_STATES = [
  'will-miss',
  'fault',
  'not-charging',
  'not-plugged-in',
  'not-heard-of',
  'falls-behind',
  'at-risk',
  'short-of-target',
  'no-plan',
  'on-track',
  'away',
  'ready',
  'left-short',
  'left-ready',
] as const

const FIRST_CALM_STATE = READINESS_STATES.indexOf('on-track')

/** The place of a state in the order of attention; states in which a departure is well have the same. */
export function attentionRank(state: (typeof READINESS_STATES)[number]): number {
  return Math.min(READINESS_STATES.indexOf(state), FIRST_CALM_STATE)
}

/** Whether somebody should look at a departure in this state. */
export function asksForAttention(state: (typeof READINESS_STATES)[number]): boolean {
  return attentionRank(state) < FIRST_CALM_STATE
}

/** What a plan was made for. */
export const TRIGGERS = [
  'ev-connected',
  'ev-disconnected',
  'soc-updated',
  'schedule-changed',
  'vehicle-changed',
  'settings-changed',
  'horizon-moved',
  'manual',
] as const

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export const DEMAND_PERIODS = ['month', 'year'] as const
export const STRATEGIES = ['peak-supression', 'lowest-cost', 'balanced', 'as-soon-as-possible'] as const
export const ROLES = ['read', 'write', 'admin'] as const
export const PORT_TYPES = ['CCS1', 'CCS2', 'CHAdeMO', 'GBT', 'MCS', 'NACS', 'OppCharge', 'Type1', 'Type2'] as const
export const INTERIOR_HVAC = [
  'HotWaterAndHeating',
  'NoHotWaterCoolingOrVentilation',
  'NoPreconditioning',
  'OnlyHotWaterAndVentilation',
] as const

/** What a change in the audit log can be about. */
export const AUDIT_KINDS = [
  ...(['location', 'vehicle', 'schedule', 'station', 'station-command', 'alarm', 'simulation'] as const),
  ...(['staff', 'token', 'session', 'backup'] as const),
] as const
export const AUDIT_ACTIONS = ['created', 'changed', 'deleted'] as const
