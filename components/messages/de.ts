import { deAlarms } from '@/components/messages/de-alarms'
import { deAudit } from '@/components/messages/de-audit'
import { deBulk } from '@/components/messages/de-bulk'
import { deChanges } from '@/components/messages/de-changes'
import { deChargeNow } from '@/components/messages/de-charge-now'
import { deEntrance } from '@/components/messages/de-entrance'
import { deExplanations } from '@/components/messages/de-explanations'
import { deFleet } from '@/components/messages/de-fleet'
import { deImport } from '@/components/messages/de-import'
import { deLimits } from '@/components/messages/de-limits'
import { deReadiness } from '@/components/messages/de-readiness'
import { deReference } from '@/components/messages/de-reference'
import { deReports } from '@/components/messages/de-reports'
import { deSettings } from '@/components/messages/de-settings'
import { deSheet } from '@/components/messages/de-sheet'
import { deStations } from '@/components/messages/de-stations'
import { deTimeline } from '@/components/messages/de-timeline'
import { deWall } from '@/components/messages/de-wall'
import { deWhatIf } from '@/components/messages/de-what-if'
import type { en } from '@/components/messages/en'
import type { Translation } from '@/components/messages/translation'

/** Every text of the user interface, in German. */
export const de = {
  'app.name': 'Readyline',
  'app.tagline': 'Ist jedes Fahrzeug bereit, wenn es abfährt?',
  'app.skip': 'Zum Inhalt springen',
  'app.loading': 'Lädt',

  'nav.label': 'Hauptmenü',
  'nav.readiness': 'Abfahrten',
  'nav.timeline': 'Zeitachse',
  'nav.fleet': 'Flotte',
  'nav.power': 'Leistung',
  'nav.settings': 'Verwaltung',

  'depot.choose': 'Depot wählen',
  'depot.zone': 'Zeiten in {zone}',
  'depot.none': 'Noch kein Depot',
  'depot.noneBody':
    'Die Administration legt das erste Depot in der Verwaltung an oder sendet es über die API: PUT /api/locations/your-depot.',

  'user.menu': 'Konto von {name}',
  'user.signOut': 'Abmelden',
  'user.shortcuts': 'Tastenkürzel',
  'role.read': 'Nur lesen',
  'role.write': 'Disposition',
  'role.admin': 'Administration',

  'shortcuts.title': 'Tastenkürzel',
  'shortcuts.goTo': 'Zu {page}',
  'shortcuts.search': 'Auf dieser Seite suchen',
  'shortcuts.show': 'Diese Tastenkürzel zeigen',
  'shortcuts.close': 'Seitenleiste oder Dialog schließen',
  'shortcuts.then': 'dann',
  'shortcuts.everywhere': 'Überall',
  'shortcuts.timeline': 'Auf der Zeitachse',
  'shortcuts.timelineMove': 'Zwischen Standzeiten wechseln',
  'shortcuts.timelineOpen': 'Standzeit öffnen',
  'shortcuts.timelineZoom': 'Zoomen',
  'shortcuts.timelinePan': 'In der Zeit bewegen',
  'shortcuts.timelineNow': 'Zu jetzt',

  'connection.lost': 'Verbindung unterbrochen. Sie sehen den Stand von {time}; er wird von selbst nachgeholt.',
  'connection.notLive': 'Nicht live: wird alle 30 s aktualisiert.',

  'action.close': 'Schließen',
  'action.cancel': 'Abbrechen',
  'action.save': 'Speichern',
  'action.saving': 'Wird gespeichert…',
  'action.retry': 'Erneut versuchen',
  'action.clear': 'Leeren',
  'action.clearFilters': 'Filter löschen',
  'action.copy': 'Kopieren',
  'action.copied': 'Kopiert',
  'action.csv': 'CSV herunterladen',
  'action.more': 'Mehr',
  'action.dismiss': 'Ausblenden',
  'action.showMore': { one: '{count} weitere zeigen', other: '{count} weitere zeigen' },

  'error.title': 'Das konnte nicht geladen werden',
  'error.unexpected':
    'Auf dieser Seite ist etwas schiefgegangen. Laden Sie sie neu; wenn es wieder geschieht, melden Sie es Ihrer Administration.',
  'error.notFound': 'Hier ist nichts',
  'error.notFoundBody': 'Die Adresse ist falsch, oder was hier war, wurde gelöscht.',
  'error.toReadiness': 'Zu den Abfahrten',

  'phase.minimum': 'Lädt bis zum Minimum',
  'phase.bulk': 'Lädt',
  'phase.saturation': 'Lädt nach',
  'phase.preconditioning': 'Konditioniert vor',
  'phase.idle': 'Fertig',
  'strategy.peak-supression': 'Spitzenkappung',
  'strategy.lowest-cost': 'Niedrigste Kosten',
  'strategy.balanced': 'Ausgeglichene Last',
  'strategy.as-soon-as-possible': 'So früh wie möglich',

  'schedule.title': 'Ladeplan',
  'schedule.openPage': 'Als Seite öffnen',
  'schedule.chart': 'Leistung und Ladezustand von {vehicle}; die Tabelle darunter sagt dasselbe',
  'schedule.maximum': 'sein Höchstwert, {power} kW',
  'schedule.socLine': 'Ladezustand',
  'schedule.minimumLine': 'Minimum',
  'schedule.margin': 'Puffer vor der Abfahrt',
  'schedule.happened': 'geschehen',
  'schedule.planned': 'geplant',
  'schedule.arrival': 'Ankunft',
  'schedule.departure': 'Abfahrt',
  'schedule.start': 'Ladung zu Beginn',
  'schedule.target': 'Ziel',
  'schedule.targetAndMinimum': '{target}, mindestens {minimum}',
  'schedule.predicted': 'Bei Abfahrt',
  'schedule.energy': 'Geplante Energie',
  'schedule.ends': 'Geladen um',
  'schedule.block': 'Umlauf',
  'schedule.priority': 'Priorität',
  'schedule.noPlan': 'Für diese Standzeit gibt es keinen Plan.',
  'schedule.account': 'Geplant {ago} ({strategy}).',
  'schedule.accountFrozen': 'Fixiert, wie {ago} geplant ({strategy}); die Planung lässt ihn, wie er ist.',
  'schedule.freeze': 'Plan fixieren',
  'schedule.thaw': 'Neu planen lassen',
  'schedule.thawBody': 'Sie wird von jetzt an wie die anderen neu geplant.',
  'schedule.frozen': 'Der Plan ist fixiert: Die Planung lässt ihn, wie er ist.',
  'schedule.thawed': 'Diese Standzeit wird wieder geplant.',
  'schedule.columns.time': 'Zeit',
  'schedule.columns.what': 'Was geschieht',
  'schedule.columns.soc': 'Ladung, %',

  'power.title': 'Leistung des Standorts',
  'power.chart': 'Leistung des Depots über die Zeit; die Tabelle der Viertelstunden sagt dasselbe',
  'power.table': 'Als Tabelle',
  'power.brush': 'Gezeigter Zeitraum; Pfeiltasten bewegen dieses Ende',
  'power.compare': 'Mit ungesteuertem Laden vergleichen',
  'power.none': 'In dieser Zeit gibt es nichts zu zeigen',
  'power.noneBody': 'Wählen Sie eine andere Zeit, oder importieren Sie Standzeiten: Die Last folgt aus ihren Plänen.',
  'power.site': 'Standort',
  'power.vehicles': 'Fahrzeuge',
  'power.vehiclesMeasured': 'Fahrzeuge, gemessen',
  'power.vehiclesPlanned': 'Fahrzeuge, geplant',
  'power.wasPlanned': 'Geplant, wo gemessen wurde',
  'power.base': 'Grundlast',
  'power.limit': 'Limit',
  'power.uncontrolled': 'Ungesteuert',
  'power.price': 'Preis',
  'power.priceAssumed': '{price}, angenommen',
  'power.someAssumed': 'Wo der Tarif keinen Preis nennt, wird der Mittelwert seiner Preise angenommen.',
  'power.priceStrip': 'Preis, günstig bis teuer',
  'power.peakMark': 'Spitze {power} kW',
  'power.totals.peak': 'Lastspitze',
  'power.totals.peakNote': 'höchstes Viertelstundenmittel',
  'power.totals.energyCost': 'Energiekosten der Fahrzeuge',
  'power.totals.demandCost': 'Leistungspreis',
  'power.totals.demandNote': 'was diese Zeit zur Rechnung beiträgt',
  'power.totals.energy': 'Energie der Fahrzeuge',
  'power.totals.unmet': 'Fehlt bei Abfahrten',
  'power.totals.unmetNote': 'was Fahrzeugen bei der Abfahrt fehlen wird',
  'power.totals.uncontrolled': 'ungesteuert {value}',
  'power.totals.less': '{percent} % weniger',

  'time.ofDay': '{name}, Uhrzeit',
  'form.leave': 'Ohne Speichern verlassen? Ihre Änderungen gingen verloren.',
  'depot.unknown': 'Es gibt kein Depot „{depot}“',
  'depot.unknownBody': 'Es kann eine andere Kennung haben, oder Sie dürfen es nicht sehen.',
  'depot.goTo': 'Zu {depot}',
  'time.now': 'jetzt',
  'time.inMinutes': 'in {minutes} min',
  'time.inHours': 'in {hours} h',
  'time.inHoursMinutes': 'in {hours} h {minutes}',
  'time.minutesAgo': 'vor {minutes} min',
  'time.hoursAgo': 'vor {hours} h',
  'time.daysAgo': { one: 'gestern', other: 'vor {count} Tagen' },
  'time.justNow': 'gerade eben',
  'time.tomorrow': 'morgen',
  'time.yesterday': 'gestern',
  'time.dayAt': '{day} {time}',
  'time.range': '{from} – {to}',
  'time.durationMinutes': '{minutes} min',
  'time.durationHours': '{hours} h',
  'time.durationHoursMinutes': '{hours} h {minutes} min',

  'unit.kw': 'kW',
  'unit.kwh': 'kWh',
  unknown: '—',

  ...deAlarms,
  ...deBulk,
  ...deChanges,
  ...deChargeNow,
  ...deEntrance,
  ...deExplanations,
  ...deFleet,
  ...deAudit,
  ...deImport,
  ...deLimits,
  ...deReadiness,
  ...deReference,
  ...deReports,
  ...deSettings,
  ...deSheet,
  ...deStations,
  ...deTimeline,
  ...deWall,
  ...deWhatIf,
} satisfies Translation<typeof en>
