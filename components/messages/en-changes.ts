import type { Message } from '@/components/messages/message'

/** The texts of what a replan changed, and of what a charge is good for, in English. */
export const enChanges = {
  'planChange.title': 'What the last replans changed',
  'planChange.soc': 'leaves with {after} % instead of {before} %',
  'planChange.from': 'charges from {after} instead of {before}',
  'planChange.until': 'done at {after} instead of {before}',
  'planChange.nothing': 'charges no more',
  'planChange.again': 'charges again, until {time}',
  'planChange.power': 'at most {after} kW instead of {before} kW',
  'planChange.steps': 'the same charge at the same time, by other steps',

  'range.adds': '{energy} kWh, adds {km} km',
  'range.reaches': '{soc}, good for {km} km',

  'summary.change': {
    one: '{time}: {cause} {count} plan changed',
    other: '{time}: {cause} {count} plans changed',
  },
  'summary.changePeak': 'peak {before} → {after} kW',
} as const satisfies Record<string, Message>
