import type { enLimits } from '@/components/messages/en-limits'
import type { Translation } from '@/components/messages/translation'

/** The texts of limits for a time, and of what a change would do to the plan, in German. */
export const deLimits = {
  'limits.button': 'Limit auf Zeit',
  'limits.new': 'Limit auf Zeit',
  'limits.newBody': 'Der Standort bezieht in dieser Zeit nicht mehr als das. Das Limit endet von selbst.',
  'limits.power': 'Limit, kW',
  'limits.from': 'Von',
  'limits.to': 'Bis',
  'limits.note': 'Notiz',
  'limits.noteHint': 'Warum, für Ihre Kolleginnen und Kollegen. Darf leer bleiben.',
  'limits.set': 'Limit setzen',
  'limits.done': 'Das Limit ist gesetzt; es wird damit geplant.',
  'limits.removeTitle': 'Limit entfernen',
  'limits.removed': 'Das Limit ist entfernt; es wird ohne geplant.',
  'limits.stale': 'Im selben Moment hat jemand die Einstellungen des Depots geändert. Setzen Sie das Limit erneut.',
  'limits.fault.power': 'Geben Sie das Limit als Zahl in kW an, 0 oder mehr.',
  'limits.fault.from': 'Geben Sie Datum und Uhrzeit an.',
  'limits.fault.to': 'Geben Sie Datum und Uhrzeit an.',
  'limits.fault.order': 'Das Ende muss nach dem Beginn liegen.',
  'limits.fault.over': 'Es wäre schon vorbei.',
  'limits.holds': 'Limit {power} kW: {times}',

  'effect.trying': 'Der mögliche Plan wird berechnet …',
  'effect.peak': 'Spitze {before} → {after} kW',
  'effect.costsMore': '{money} mehr',
  'effect.costsLess': '{money} weniger',
  'effect.noneMisses': 'Kein Fahrzeug verfehlt dadurch sein Ziel.',
  'effect.misses': {
    one: '{count} Fahrzeug führe unter seinem Ziel ab',
    other: '{count} Fahrzeuge führen unter ihrem Ziel ab',
  },
  'effect.miss': '{vehicle}: {after} % statt {before} %',
  'effect.missesNew': '{vehicle}: {after} %',
  'effect.more': { one: '{count} weiteres', other: '{count} weitere' },
  'effect.addedMiss': {
    one: 'Die neue Standzeit selbst endet unter ihrem Ziel.',
    other: '{count} der neuen Standzeiten enden unter ihrem Ziel.',
  },
  'effect.changes': { one: '{count} Plan ändert sich.', other: '{count} Pläne ändern sich.' },
} satisfies Translation<typeof enLimits>
