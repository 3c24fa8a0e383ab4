import type { enAlarms } from '@/components/messages/en-alarms'
import type { Translation } from '@/components/messages/translation'

/** The texts of alarms in German; their causes and what to do are the server's sentences. */
export const deAlarms = {
  'alarms.title': 'Alarme',
  'alarms.none': 'Keine Alarme.',
  'alarms.failed': 'Die Alarme konnten nicht geladen werden; sie werden erneut abgefragt.',
  'alarms.noneOpen': 'Zurzeit liegt nichts vor',
  'alarms.noneOpenBody':
    'Hier stünden ein verfehltes Ziel, eine Störung, eine Ladestation ohne Verbindung oder ein überschrittenes Limit.',
  'alarms.count': { one: '{count} Alarm', other: '{count} Alarme' },
  'alarms.all': 'Alle Alarme',
  'alarms.open': 'Jetzt',
  'alarms.history': 'Verlauf',
  'alarms.noHistory': 'Noch kein Alarm ist beendet.',
  'alarms.earlier': 'Frühere anzeigen',
  'alarms.site': 'Der Standort',
  'alarms.at': 'an {place}',
  'alarms.since': 'seit {time}',
  'alarms.fromTo': '{from} bis {to}',
  'alarms.seenTo': '{name} kümmert sich, {time}',
  'alarms.seenToBefore': '{name} hat sich gekümmert, {time}',
  'alarms.nobody': 'Niemand hat sich gekümmert',
  'alarms.acknowledge': 'Quittieren',
  'alarms.acknowledgeOne': 'Quittieren: {alarm}',
  'alarms.acknowledgeAll': { one: 'Quittieren', other: 'Alle {count} quittieren' },
  'alarms.acknowledgeTitle': 'Wer kümmert sich?',
  'alarms.acknowledgeBody': {
    one: 'Der Alarm bleibt mit diesem Namen stehen, bis seine Ursache behoben ist.',
    other: 'Die {count} Alarme bleiben mit diesem Namen stehen, bis ihre Ursachen behoben sind.',
  },
  'alarms.name': 'Name',
  'alarms.nameMissing': 'Geben Sie an, wer sich kümmert.',
  'alarms.acknowledged': 'Quittiert.',
  'alarms.acknowledgedRest': {
    one: 'Quittiert, außer einem, um den sich schon jemand kümmert.',
    other: 'Quittiert, außer {count}, um die sich schon jemand kümmert.',
  },
  'alarms.one': '{kind}: {subject}',
  'alarms.new': { one: 'Neuer Alarm: {alarm}', other: '{count} neue Alarme, der erste: {alarm}' },
  'alarms.notify': 'Mitteilungen',
  'alarms.sound': 'Ton',
  'alarms.noticesBody': 'In diesem Browser, einmal für jeden neuen Alarm des hier geöffneten Depots.',
  'alarms.refused':
    'Dieser Browser lehnt Mitteilungen dieser Seite ab. Erlauben Sie sie in seinen Einstellungen für die Website.',
  'alarms.impossible':
    'Dieser Browser kennt keine Mitteilungen für Seiten; der Ton funktioniert, solange eine Seite offen ist.',
  'alarm.kind.limit.exceeded': 'Über dem Limit',
  'alarm.kind.vehicle.will-miss': 'Verfehlt das Ziel',
  'alarm.kind.station.fault': 'Störung an Ladestation',
  'alarm.kind.vehicle.not-charging': 'Lädt nicht',
  'alarm.kind.vehicle.not-plugged-in': 'Nicht angesteckt',
  'alarm.kind.station.offline': 'Ladestation offline',
  'alarm.kind.import.refused': 'Import unvollständig',
  'alarm.kind.vehicle.falls-behind': 'Fällt zurück',
} satisfies Translation<typeof enAlarms>
