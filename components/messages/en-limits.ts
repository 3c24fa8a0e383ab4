import type { Message } from '@/components/messages/message'

/** The texts of limits for a time, and of what a change would do to the plan, in English. */
export const enLimits = {
  'limits.button': 'Limit for a time',
  'limits.new': 'Limit for a time',
  'limits.newBody': 'The site draws no more than this in that time. The limit ends by itself.',
  'limits.power': 'Limit, kW',
  'limits.from': 'From',
  'limits.to': 'To',
  'limits.note': 'Note',
  'limits.noteHint': 'Why, for your colleagues. It may stay empty.',
  'limits.set': 'Set the limit',
  'limits.done': 'The limit is set; the planner is planning with it.',
  'limits.removeTitle': 'Remove the limit',
  'limits.removed': 'The limit is removed; the planner is planning without it.',
  'limits.stale': 'Somebody changed the depot’s settings at the same moment. Set the limit again.',
  'limits.fault.power': 'Give the limit as a number in kW, 0 or more.',
  'limits.fault.from': 'Give a date and a time.',
  'limits.fault.to': 'Give a date and a time.',
  'limits.fault.order': 'It has to end after it begins.',
  'limits.fault.over': 'It would be over already.',
  'limits.holds': 'Limit {power} kW: {times}',

  'effect.trying': 'Trying what the plan would be …',
  'effect.peak': 'Peak {before} → {after} kW',
  'effect.costsMore': '{money} more',
  'effect.costsLess': '{money} less',
  'effect.noneMisses': 'No vehicle misses its target because of this.',
  'effect.misses': {
    one: '{count} vehicle would leave short of its target',
    other: '{count} vehicles would leave short of their targets',
  },
  'effect.miss': '{vehicle}: {after} % instead of {before} %',
  'effect.missesNew': '{vehicle}: {after} %',
  'effect.more': { one: '{count} more', other: '{count} more' },
  'effect.addedMiss': {
    one: 'The new stay itself leaves short of its target.',
    other: '{count} of the new stays leave short of their target.',
  },
  'effect.changes': { one: '{count} plan changes.', other: '{count} plans change.' },
} as const satisfies Record<string, Message>
