/** What the API document says of reports, in German, by its English text. */
export const deReports = {
  'Get the report of a month, a week or another time: energy, cost, peak and readiness':
    'Den Bericht eines Monats, einer Woche oder einer anderen Zeit abrufen: Energie, Kosten, Spitze und Bereitschaft',
  'What happened, beside what was planned and what charging without control would have been. Energies are the vehicles’, at the vehicles; peaks and costs are the site’s, as in its load. A time is a `month`, a `week`, or `from` and `to` (at most 92 days); without any it is the month that goes on. What is still to come is not in it.':
    'Was geschah, neben dem, was geplant war und was Laden ohne Steuerung ergeben hätte. Energien sind die der Fahrzeuge, am Fahrzeug; Spitzen und Kosten die des Standorts, wie in seiner Last. Eine Zeit ist ein `month`, eine `week`, oder `from` und `to` (höchstens 92 Tage); ohne all dies ist es der laufende Monat. Was noch bevorsteht, ist nicht enthalten.',
  'A month of the location’s time zone.': 'Ein Monat in der Zeitzone des Standorts.',
  'A week (ISO 8601, from Monday) of the location’s time zone.':
    'Eine Woche (ISO 8601, ab Montag) in der Zeitzone des Standorts.',
  'The beginning of the time, ISO 8601 or epoch milliseconds; with `to`.':
    'Beginn der Zeit, ISO 8601 oder Epoch-Millisekunden; mit `to`.',
  'The end of the time, at most 92 days after `from`.': 'Ende der Zeit, höchstens 92 Tage nach `from`.',
  'The report': 'Der Bericht',
  'Its time zone, in which the days are.': 'Die eigene Zeitzone, nach der die Tage gelten.',
  'The currency of its tariff.': 'Die Währung des eigenen Tarifs.',
  'The beginning of the time.': 'Der Beginn der Zeit.',
  'The end of the time.': 'Das Ende der Zeit.',
  'Until when it is reported: `to`, or the last whole quarter-hour where that is still to come.':
    'Bis wann berichtet wird: `to`, oder die letzte ganze Viertelstunde, wo das noch bevorsteht.',
  'What chargers reported of `actual.energykWh`; the rest is what was planned.':
    'Was Ladestationen von `actual.energykWh` gemeldet haben; der Rest ist, was geplant war.',
  'What of it, in kWh, vehicles took that nobody has registered.':
    'Was davon, in kWh, Fahrzeuge aufnahmen, die niemand eingetragen hat.',
  'What happened: as measured where chargers reported, otherwise as planned.':
    'Was geschah: gemessen, wo Ladestationen gemeldet haben, sonst geplant.',
  'What the plans had said of the same time.': 'Was die Pläne von derselben Zeit gesagt hatten.',
  'Full power from arrival, without a limit, over the same stays.':
    'Volle Leistung ab der Ankunft, ohne Limit, in denselben Standzeiten.',
  'How the vehicles left.': 'Wie die Fahrzeuge abfuhren.',
  'By energy, the most first.': 'Nach Energie, die höchste zuerst.',
  'The 1,000 blocks of the most energy; with what was charged for none.':
    'Die 1.000 Umläufe mit der meisten Energie; mit dem, was für keinen geladen wurde.',
  'How many blocks are not in that list.': 'Wie viele Umläufe nicht in dieser Liste stehen.',
  'The local days of the time until `until`, in order.': 'Die lokalen Tage der Zeit bis `until`, der Reihe nach.',
  'When the quarter-hour of `peak15kW` begins; left out where the site drew nothing.':
    'Wann die Viertelstunde von `peak15kW` beginnt; weggelassen, wo der Standort nichts bezog.',
  'Its name.': 'Der eigene Name.',
  'The block that it was to drive.': 'Der Umlauf, den es fahren sollte.',
  'When it was to leave.': 'Wann es abfahren sollte.',
  'Its state of charge then, in percent; left out where nothing tells.':
    'Sein Ladezustand zu dieser Zeit, in Prozent; weggelassen, wo nichts ihn sagt.',
  'Whether that was read; otherwise it is estimated from what was metered or planned.':
    'Ob er abgelesen wurde; sonst ist er aus Gemessenem oder Geplantem geschätzt.',
  'What it was to have: its minimum, or its target where it has none, in percent.':
    'Was es haben sollte: sein Minimum, oder sein Ziel, wo es keines hat, in Prozent.',
  'What was missing of it, in percent.': 'Was daran fehlte, in Prozent.',
  'Why; left out where nothing tells.': 'Warum; weggelassen, wo nichts es sagt.',
  'The departures of the time, each once: the four kinds below together.':
    'Die Abfahrten der Zeit, jede einmal: die vier folgenden Arten zusammen.',
  'Those that left with their target, to a point.': 'Die mit ihrem Ziel abfuhren, auf einen Punkt genau.',
  'Those that left below their target and with their minimum.': 'Die unter ihrem Ziel und mit ihrem Minimum abfuhren.',
  'Those that left below their minimum, below their target where they have none, or were not plugged in.':
    'Die unter ihrem Minimum abfuhren, unter ihrem Ziel, wo sie keines haben, oder nicht angesteckt waren.',
  'Those of which nothing tells their state of charge.': 'Die, deren Ladezustand nichts sagt.',
  'Those whose state of charge was read; the others are estimated or unknown.':
    'Die, deren Ladezustand abgelesen wurde; die übrigen sind geschätzt oder unbekannt.',
  '`ready` as a share of the departures that are not `unknown`; left out where there are none.':
    '`ready` als Anteil der Abfahrten, die nicht `unknown` sind; weggelassen, wo es keine gibt.',
  '`ready` and `short` together as a share of the same.': '`ready` und `short` zusammen als Anteil derselben.',
  'The cause; left out where nothing tells it.': 'Die Ursache; weggelassen, wo nichts sie sagt.',
  'How many misses have it.': 'Wie viele Verfehlungen sie haben.',
  'The misses by cause, the most frequent first.': 'Die Verfehlungen nach Ursache, die häufigste zuerst.',
  'The first 1,000 misses, by departure.': 'Die ersten 1.000 Verfehlungen, nach Abfahrt.',
  'How many misses are not in that list.': 'Wie viele Verfehlungen nicht in dieser Liste stehen.',
  'How often it left.': 'Wie oft es abfuhr.',
  'What it took, kWh: as measured where chargers reported, otherwise as planned.':
    'Was aufgenommen wurde, kWh: gemessen, wo Ladestationen gemeldet haben, sonst geplant.',
  'What of it chargers reported, kWh.': 'Was Ladestationen davon gemeldet haben, kWh.',
  'The block; left out for all that was charged for none.':
    'Der Umlauf; weggelassen für alles, was für keinen geladen wurde.',
  'How often it was to be driven.': 'Wie oft er gefahren werden sollte.',
  'The date in the location’s zone.': 'Das Datum in der Zone des Standorts.',
  'When its part of the time begins.': 'Wann sein Teil der Zeit beginnt.',
  'What the plans had said that the vehicles take, kWh.': 'Was die Fahrzeuge nach den Plänen aufnehmen sollten, kWh.',
  'What they would have taken without control, kWh.': 'Was sie ohne Steuerung aufgenommen hätten, kWh.',
  'The highest quarter-hour mean of the whole site, kW.': 'Das höchste Viertelstundenmittel des ganzen Standorts, kW.',
  'The same without control, kW.': 'Dasselbe ohne Steuerung, kW.',
  'How many vehicles were to leave.': 'Wie viele Fahrzeuge abfahren sollten.',
  'How many of them had their target.': 'Wie viele davon ihr Ziel hatten.',
} satisfies Record<string, string>
