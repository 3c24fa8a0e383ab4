import type { enChanges } from '@/components/messages/en-changes'
import type { Translation } from '@/components/messages/translation'

/** The texts of what a replan changed, and of what a charge is good for, in German. */
export const deChanges = {
  'planChange.title': 'Was die letzten Neuplanungen geändert haben',
  'planChange.soc': 'fährt mit {after} % statt {before} % ab',
  'planChange.from': 'lädt ab {after} statt {before}',
  'planChange.until': 'fertig um {after} statt {before}',
  'planChange.nothing': 'lädt nicht mehr',
  'planChange.again': 'lädt wieder, bis {time}',
  'planChange.power': 'höchstens {after} kW statt {before} kW',
  'planChange.steps': 'gleiche Ladung zur gleichen Zeit, in anderen Schritten',

  'range.adds': '{energy} kWh, das sind {km} km mehr',
  'range.reaches': '{soc}, reicht für {km} km',

  'summary.change': {
    one: '{time}: {cause} {count} Plan geändert',
    other: '{time}: {cause} {count} Pläne geändert',
  },
  'summary.changePeak': 'Spitze {before} → {after} kW',
} satisfies Translation<typeof enChanges>
