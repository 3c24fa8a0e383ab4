import type { enExplanations } from '@/components/messages/en-explanations'
import type { Translation } from '@/components/messages/translation'

/** The planner's account of itself: why a stretch is as it is, why a vehicle is short, and what would help; in German. */
export const deExplanations = {
  'what.ready': 'Bereit',
  'what.preconditions': 'Konditioniert vor mit {power} kW',
  'what.charges': 'Lädt mit seinen vollen {power} kW',
  'what.waits': 'Wartet',
  'what.waited': 'Hat gewartet',
  'what.held': 'Begrenzt auf {power} kW',
  'what.estimated': 'Zieht etwa {power} kW',

  'why.ready': '{soc} % sind erreicht',
  'why.preconditions': 'es fährt bald ab',
  'why.keeps-free-for-preconditioning': 'die Batterie wird vor der Abfahrt temperiert',
  'why.charges-at-full-power': 'nichts begrenzt es',
  'why.charger-not-steerable': 'die Ladestation folgt keinen Vorgaben',
  'why.charger-offline': 'die Ladestation ist offline und folgt der letzten Vorgabe',
  'why.waits-for-cheaper': 'um {time} ist es günstiger',
  'why.waits-at-limit': 'das Depot ist bis {time} an seinem Limit von {limit} kW',
  'why.waits-at-shared-limit':
    'das Depot ist bis {time} an seinem Limit von {limit} kW, Fahrzeuge ohne Standzeit ziehen davon {power} kW',
  'why.waits-at-peak': 'das Depot ist bis {time} an seiner Spitze von {peak} kW',
  'why.waits-for-its-block': 'es kann nicht pausieren und lädt ab {time} in einem Zug',
  'why.waits-with-time-to-spare': 'ab {time} reicht die Zeit noch',
  'why.waits-without-room': 'für dieses Fahrzeug ist keine Leistung übrig',
  'why.held-at-limit': 'das Depot ist an seinem Limit von {limit} kW',
  'why.held-at-shared-limit':
    'das Depot ist an seinem Limit von {limit} kW, Fahrzeuge ohne Standzeit ziehen davon {power} kW',
  'why.held-at-peak': 'das Depot ist an seiner Spitze',
  'why.held-by-ideal.minimum': 'die ideale Leistung bis zum Minimum',
  'why.held-by-ideal.bulk': 'die ideale Leistung der Hauptladung',
  'why.held-by-ideal.saturation': 'die ideale Leistung zum Nachladen',
  'why.held-by-ideal.preconditioning': 'die ideale Leistung zum Vorkonditionieren',
  'why.held-by-ideal.idle': 'die ideale Leistung nach dem Laden',
  'why.held-by-setting': 'seine Einstellungen erlauben nicht mehr',
  'why.held-with-time-to-spare': 'es ist genug Zeit',
  'why.sentence': '{what}: {why}',

  'trigger.ev-connected': 'Ein Fahrzeug wurde angesteckt.',
  'trigger.ev-disconnected': 'Ein Fahrzeug wurde abgesteckt.',
  'trigger.soc-updated': 'Messwerte eines Fahrzeugs wichen von seinem Plan ab.',
  'trigger.schedule-changed': 'Eine Standzeit hat sich geändert.',
  'trigger.vehicle-changed': 'Ein Fahrzeug wurde geändert.',
  'trigger.settings-changed': 'Die Einstellungen des Depots wurden geändert.',
  'trigger.horizon-moved': 'Die Zeit ging weiter.',
  'trigger.manual': 'Jemand hat einen Plan verlangt.',

  'cause.cannot-charge': 'Die Einstellungen erlauben keine Ladeleistung.',
  'cause.stay-too-short':
    'Die Standzeit ist zu kurz: {available} sind da, volle Leistung bis {target} % braucht {needed}.',
  'cause.started-too-late':
    'Das Laden begann zu spät: {available} bleiben, volle Leistung bis {target} % braucht {needed}.',
  'cause.charging-curve':
    'Die Batterie nimmt mit steigender Ladung weniger Leistung auf: {available} bleiben, bis {target} % braucht sie {needed}.',
  'cause.site-limit':
    'Das Limit des Depots lässt zu wenig übrig: Volle Leistung schaffte es in {needed} von {available}.',

  'short.target': '{predicted} % bei Abfahrt, {energy} kWh unter dem Ziel von {target} %.',
  'short.minimum': '{predicted} % bei Abfahrt, {energy} kWh unter dem Minimum von {minimum} %.',

  'slack.name': 'Zeitreserve',
  'slack.spare': '{time} bei voller Leistung, zusätzlich zum Abfahrtspuffer',
  'slack.lacks': 'keine: selbst bei voller Leistung fehlten {time}',
  'slack.none': 'keine, selbst bei voller Leistung',
  'slack.margin': 'keine: selbst bei voller Leistung werden {time} des Abfahrtspuffers gebraucht',
  'slack.both':
    'keine für das Ziel: selbst bei voller Leistung fehlten {lack}; {spare} für das Minimum, zusätzlich zum Abfahrtspuffer',

  'fixes.title': 'Abhilfen',
  'fixes.titleOf': 'Abhilfen für {vehicle}',
  'fixes.intro': 'Jede einzelne genügt; jede wurde mit dem ganzen Depot durchgerechnet.',
  'fixes.loading': 'Die kleinsten Abhilfen werden gesucht…',
  'fixes.none': 'Keine einzelne Änderung reicht aus.',
  'fixes.noneBody': 'Auch kein anderes Fahrzeug kann den Dienst übernehmen.',
  'fixes.solved': 'Es fehlt nichts mehr; die Übersicht folgt gleich.',
  'fixes.incomplete': 'Die Suche dauerte zu lange und wurde beendet; es kann weitere geben.',
  'fixes.unfinished': 'Die Suche dauerte zu lange und wurde beendet, bevor sie eine fand.',
  'fixes.viewer': 'Eine Disponentin oder ein Disponent kann eine davon anwenden.',
  'fixes.adminOnly': 'Nur die Administration ändert das Limit.',
  'fixes.apply': 'Anwenden',
  'fixes.applyAsk': 'Anwenden…',
  'fixes.applyNamed': 'Anwenden: {fix}',
  'fixes.applying': 'Wird angewendet…',
  'fixes.undo': 'Rückgängig',
  'fixes.undone': 'Es ist wie zuvor; es wird neu geplant.',
  'fixes.stayStale':
    'Jemand hat diese Standzeit inzwischen geändert, darum wurde nichts geändert. Sehen Sie sich die Abhilfen noch einmal an.',
  'fixes.stale':
    'Inzwischen hat jemand die Einstellungen des Depots geändert; es wurde nichts übernommen. Sehen Sie sich die Abhilfen erneut an.',
  'fixes.nothingChanged': 'Diese Standzeit ist vorbei oder entfernt; es wurde nichts geändert.',

  'fix.swap': 'Mit {other} tauschen',
  'fix.swap.note': '{other} fährt stattdessen um {early} ab; {vehicle} fährt um {late} mit {soc} % ab.',
  'fix.swap.noteBlock': '{other} übernimmt Umlauf {block} um {early}; {vehicle} fährt um {late} mit {soc} % ab.',
  'fix.swap.done': '{other} fährt jetzt um {early} ab und {vehicle} um {late}; es wird neu geplant.',
  'fix.raise-limit': '+{power} kW Limit {from}–{to}',
  'fix.raise-limit.note': 'Über die vertraglichen {limit} kW des Depots hinaus.',
  'fix.raise-limit.noteNoLimit': 'Über das Limit hinaus, das in dieser Zeit gilt.',
  'fix.raise-limit.ask': 'Limit des Depots anheben?',
  'fix.raise-limit.warn':
    'Das vertragliche Limit des Netzanschlusses steigt von {from} bis {to} um {power} kW, für alle Fahrzeuge des Depots. Prüfen Sie, ob Vertrag und Sicherungen das zulassen.',
  'fix.raise-limit.do': 'Limit anheben',
  'fix.raise-limit.done': 'Das Limit ist von {from}–{to} um {power} kW höher; es wird neu geplant.',
  'fix.lower-target': 'Ziel {soc} % statt {before} %',
  'fix.lower-target.accept': 'Fehlmenge hinnehmen: {soc} % statt {before} %',
  'fix.lower-target.note': 'Sonst ändert sich nichts.',
  'fix.lower-target.noteMinimum':
    'Unter den {minimum} %, die der nächste Dienst braucht; das Minimum wird mit dem Ziel gesenkt.',
  'fix.lower-target.ask': 'Unter dem Minimum abfahren lassen?',
  'fix.lower-target.warn':
    '{vehicle} führe mit {soc} % ab. Der nächste Dienst braucht {minimum} %: Stellen Sie sicher, dass er kürzer sein oder unterwegs geladen werden kann.',
  'fix.lower-target.do': 'Hinnehmen',
  'fix.lower-target.done': '{vehicle} lädt jetzt bis {soc} %; es wird neu geplant.',
  'fix.later-departure': '{time} später abfahren, um {at}',
  'fix.later-departure.note': 'Statt {before}.',
  'fix.later-departure.noteBlock': 'Statt {before}; Umlauf {block} beginnt später.',
  'fix.later-departure.done': '{vehicle} fährt jetzt um {at} ab; es wird neu geplant.',
  'fix.higher-priority': 'Priorität {priority} statt {before}',
  'fix.higher-priority.free': 'Kein anderes Fahrzeug verliert etwas.',
  'fix.higher-priority.cost': 'Auf Kosten von {vehicles}.',
  'fix.higher-priority.one': '{vehicle} ({count} %)',
  'fix.higher-priority.more': { one: '{count} weiteres Fahrzeug', other: '{count} weitere Fahrzeuge' },
  'fix.higher-priority.ask': 'Anderen Energie nehmen?',
  'fix.higher-priority.warn': '{vehicle} käme zuerst. Diese fahren dann mit weniger ab: {vehicles}.',
  'fix.higher-priority.do': 'Priorität erhöhen',
  'fix.higher-priority.done': '{vehicle} hat jetzt Priorität {priority}; es wird neu geplant.',

  'schedule.columns.why': 'Warum',
  'schedule.chartSteps': 'Schritte des Plans; Pfeiltasten gehen von einem zum nächsten',
  'schedule.step': '{from} bis {to}, {power} kW. {sentence}',
} satisfies Translation<typeof enExplanations>
