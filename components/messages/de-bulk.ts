import type { enBulk } from '@/components/messages/en-bulk'
import type { Translation } from '@/components/messages/translation'

/** The texts of changing many vehicles at once, in German. */
export const deBulk = {
  'bulk.choose': '{vehicle} auswählen',
  'bulk.chooseAll': 'Alle gezeigten auswählen',
  'bulk.chosen': { one: '{count} ausgewählt', other: '{count} ausgewählt' },
  'bulk.change': 'Ändern …',
  'bulk.clear': 'Auswahl aufheben',
  'bulk.title': { one: '{count} Fahrzeug ändern', other: '{count} Fahrzeuge ändern' },
  'bulk.body':
    'Was Sie leer lassen, bleibt, wie es ist. Es wird nichts geschrieben, bevor Sie gesehen haben, was sich ändern würde.',
  'bulk.asIs': 'Unverändert',
  'bulk.depotHint': 'Standzeiten bleiben an ihrem Standort: das allein ändert keinen Plan.',
  'bulk.yes': 'Ja',
  'bulk.no': 'Nein',
  'bulk.notNumber': 'Eine Zahl, etwa 150.',
  'bulk.name': 'In der Flotte geändert',
  'bulk.previewing': '{done} von {total} Fahrzeugen werden geprüft …',
  'bulk.run': { one: '{count} Fahrzeug ändern', other: '{count} Fahrzeuge ändern' },
  'bulk.nothing': 'Nichts zu ändern',
  'bulk.running': '{done} von {total} Fahrzeugen werden geändert …',
  'bulk.done': { one: '{count} Fahrzeug wurde geändert.', other: '{count} Fahrzeuge wurden geändert.' },
  'bulk.stopped': {
    one: 'Angehalten. {count} Fahrzeug wurde geändert, der Rest nicht.',
    other: 'Angehalten. {count} Fahrzeuge wurden geändert, der Rest nicht.',
  },
  'bulk.refused': { one: '{count} Fahrzeug wurde nicht geändert', other: '{count} Fahrzeuge wurden nicht geändert' },
  'bulk.undo': 'Änderung rückgängig machen',
} satisfies Translation<typeof enBulk>
