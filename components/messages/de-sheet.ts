import type { enSheet } from '@/components/messages/en-sheet'
import type { Translation } from '@/components/messages/translation'

/** The texts of the pull-out sheet in German. */
export const deSheet = {
  'sheet.title': 'Ausfahrliste',
  'sheet.note': 'Eine Zeile je Abfahrt, für A4. Gedruckt wird, was unten steht.',
  'sheet.print': 'Drucken',
  'sheet.day': 'Tag der Abfahrt',
  'sheet.allDays': 'Alle Tage',
  'sheet.order': 'Reihenfolge',
  'sheet.order.departure': 'Nach Abfahrt',
  'sheet.order.place': 'Nach Stellplatz',
  'sheet.order.vehicle': 'Nach Fahrzeug',
  'sheet.departures': {
    one: '{count} Abfahrt, {from} bis {to}',
    other: '{count} Abfahrten, {from} bis {to}',
  },
  'sheet.printed': 'Gedruckt {time}',
  'sheet.dataOf': 'Stand {time}',
  'sheet.check': 'Ok',
  'sheet.leaves': 'Abfahrt',
  'sheet.vehicle': 'Fahrzeug',
  'sheet.place': 'Stellplatz',
  'sheet.block': 'Umlauf',
  'sheet.state': 'Status',
  'sheet.charge': 'Jetzt, %',
  'sheet.predicted': 'Fährt ab mit, %',
  'sheet.target': 'Ziel, %',
  'sheet.unmeasured': '≈ {value}',
  'sheet.unmeasuredNote': '≈ nicht gemessen: geschätzt, angenommen oder nach Plan. — nicht bekannt.',
} satisfies Translation<typeof enSheet>
