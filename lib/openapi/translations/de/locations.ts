/** What the API document says of locations, in German, by its English text. */
export const deLocations = {
  'List the locations': 'Die Standorte auflisten',
  'The locations, by name, then id': 'Die Standorte, nach Name, dann Kennung',
  'Get a location and its settings': 'Einen Standort und seine Einstellungen abrufen',
  'The location': 'Der Standort',
  'Version of the attributes': 'Fassung der Attribute',
  'Create or replace a location': 'Einen Standort anlegen oder ersetzen',
  'The ETag that you read; the call is refused with 412 when the location has changed since.':
    'Das ETag, das Sie gelesen haben; der Aufruf wird mit 412 abgelehnt, wenn sich der Standort seither geändert hat.',
  Replaced: 'Ersetzt',
  'The id of the path.': 'Die Kennung aus dem Pfad.',
  Created: 'Angelegt',
  'Change some settings of a location': 'Einige Einstellungen eines Standorts ändern',
  'Version of the attributes as they are stored now: sent back in If-Match, a change of theirs takes back this one and no later one':
    'Fassung der Attribute, wie sie jetzt gespeichert sind: In If-Match zurückgesendet, nimmt eine Änderung von ihnen diese zurück und keine spätere',
  'Get the depot’s load: base, vehicles, limit, price, and what uncontrolled charging would draw':
    'Die Last eines Depots abrufen: Grundlast, Fahrzeuge, Limit, Preis, und was ungesteuertes Laden bezöge',
  '15-minute means at the site. `totals.peakkW` is the highest instantaneous value.':
    '15-Minuten-Mittel am Standort. `totals.peakkW` ist der höchste Augenblickswert.',
  'The beginning of the range, ISO 8601 or epoch milliseconds.':
    'Beginn des Zeitraums, ISO 8601 oder Epoch-Millisekunden.',
  'The end of the range, at most 92 days after `from`.': 'Ende des Zeitraums, höchstens 92 Tage nach `from`.',
  'The load': 'Die Last',
  'Plan a location now': 'Einen Standort jetzt planen',
  'Answers when the plan is stored; no body is needed. With `dryRun=true` nothing is stored: the near future is planned as it is and with what the body overrides, and `comparison` says what that changes for whom.':
    'Antwortet, wenn der Plan gespeichert ist; ein Inhalt ist nicht nötig. Mit `dryRun=true` wird nichts gespeichert: Die nahe Zukunft wird geplant, wie sie ist und mit dem, was der Inhalt anders vorgibt, und `comparison` sagt, was das für wen ändert.',
  'The plan’s totals': 'Die Summen des Plans',
  'Get the readiness board: every departure of the next hours with its state':
    'Die Abfahrtstafel abrufen: jede Abfahrt der nächsten Stunden mit ihrem Status',
  'What needs attention first, then by departure. Of a plan comes its power over time, with `slack` and `shortfall` of its `explanation`; the rest is at the schedule.':
    'Zuerst, was Aufmerksamkeit braucht, dann nach Abfahrt. Von einem Plan kommt seine Leistung über die Zeit, mit `slack` und `shortfall` seiner `explanation`; der Rest steht bei der Standzeit.',
  'How many hours ahead, from 1 to 168; 12 by default.': 'Wie viele Stunden voraus, von 1 bis 168; Vorgabe 12.',
  'The board': 'Die Tafel',
  'Follow what changes at a depot, as Server-Sent Events':
    'Verfolgen, was sich in einem Depot ändert, als Server-Sent Events',
  'Events `plan`, `schedules`, `vehicles`, `stations`, `readiness`, `settings` and `alarms`, each with `{ "revision": … }`, a whole number that grows: something of this kind has changed, so ask for it again. At most one of a kind a second; `resync` first, and whenever changes may have been missed; a comment every 15 seconds. It ends when the access is revoked.':
    'Ereignisse `plan`, `schedules`, `vehicles`, `stations`, `readiness`, `settings` und `alarms`, jedes mit `{ "revision": … }`, einer ganzen Zahl, die wächst: Etwas dieser Art hat sich geändert, fragen Sie also neu danach. Höchstens eines je Art und Sekunde; `resync` zuerst und immer, wenn Änderungen entgangen sein können; alle 15 Sekunden ein Kommentar. Der Strom endet, wenn der Zugang widerrufen wird.',
  'The changes, until the caller goes': 'Die Änderungen, bis der Aufrufende geht',
  'Get the stays of a range as a timeline draws them: times, state and power steps':
    'Die Standzeiten eines Zeitraums abrufen, wie eine Zeitachse sie zeichnet: Zeiten, Status und Leistungsstufen',
  'The states and predictions are those of the readiness board. Whole plans, with reasons and prices, are at each schedule.':
    'Status und Prognosen sind die der Abfahrtstafel. Ganze Pläne, mit Gründen und Preisen, stehen bei jeder Standzeit.',
  'The beginning of the range, ISO 8601 or epoch milliseconds; now by default.':
    'Beginn des Zeitraums, ISO 8601 oder Epoch-Millisekunden; Vorgabe: jetzt.',
  'The end of the range, at most 31 days after `from`; a day after it by default.':
    'Ende des Zeitraums, höchstens 31 Tage nach `from`; Vorgabe: einen Tag danach.',
  'Keeps the stays of this vehicle; it may be repeated. Left out, with `guests`: of all vehicles.':
    'Lässt nur die Standzeiten dieses Fahrzeugs; darf mehrfach stehen. Weggelassen, auch `guests`: von allen Fahrzeugen.',
  'True: keeps the stays of the vehicles that are not registered here, or not any more, besides those of `vehicleId`.':
    'True: lässt auch die Standzeiten von Fahrzeugen, die hier nicht oder nicht mehr eingetragen sind, neben denen von `vehicleId`.',
  'The stays': 'Die Standzeiten',
  'What people call it, at most 200 characters.': 'Wie Menschen es nennen, höchstens 200 Zeichen.',
  'The id of the schedule.': 'Kennung der Standzeit.',
  'What it was made for, such as schedule-changed or soc-updated.':
    'Wofür er gemacht wurde, etwa schedule-changed oder soc-updated.',
  'Your own reference of the location.': 'Ihr eigenes Kennzeichen für den Standort.',
  'Street and number.': 'Straße und Hausnummer.',
  'City.': 'Ort.',
  'Postal code.': 'Postleitzahl.',
  'Country.': 'Land.',
  'Code of the country (ISO 3166-1 alpha-2).': 'Ländercode (ISO 3166-1 alpha-2).',
  'Latitude, in degrees.': 'Geografische Breite, in Grad.',
  'Longitude, in degrees.': 'Geografische Länge, in Grad.',
  'IANA time zone; UTC by default. Rules recur, and weekly tariffs and loads hold, on its clock.':
    'IANA-Zeitzone; Vorgabe UTC. Nach ihrer Uhr kehren Regeln wieder und gelten die Wochen von Tarif und Grundlast.',
  'Contracted capacity of the grid connection, in kW. Left out: no limit.':
    'Vertragliche Anschlussleistung, in kW. Weggelassen: kein Limit.',
  'Power at the vehicle ÷ power at the grid, from 0.5 to 1; 1 by default. DC chargers reach about 0.94.':
    'Leistung am Fahrzeug ÷ Leistung am Netz, von 0,5 bis 1; Vorgabe 1. DC-Ladestationen erreichen etwa 0,94.',
  'What plans aim at once every vehicle is ready; peak-supression (spelt so) by default.':
    'Worauf Pläne zielen, sobald jedes Fahrzeug bereit ist; Vorgabe peak-supression (so geschrieben).',
  'Target of schedules that say none, in percent; 100 by default.':
    'Ziel von Standzeiten, die keines nennen, in Prozent; Vorgabe 100.',
  'Minimum of schedules that say none, in percent; 0 by default: none.':
    'Minimum von Standzeiten, die keines nennen, in Prozent; Vorgabe 0: keines.',
  'Where the phase bulk ends and saturation begins, in percent; 80 by default.':
    'Wo die Phase bulk (Hauptladung) endet und saturation (Nachladung) beginnt, in Prozent; Vorgabe 80.',
  'Minutes before the departure by which charging is to be done; 10 by default.':
    'Minuten vor der Abfahrt, bis zu denen das Laden fertig sein soll; Vorgabe 10.',
  'Minutes before that by which as much as possible is to be charged, as far as it costs next to nothing; 30 by default, 0 for none.':
    'Minuten davor, bis zu denen so viel wie möglich geladen sein soll, soweit es fast nichts kostet; Vorgabe 30, 0 für keine.',
  'State of charge on arrival where nothing is known of it, in percent; 20 by default.':
    'Ladezustand bei der Ankunft, wo nichts darüber bekannt ist, in Prozent; Vorgabe 20.',
  'Whether plans are sent to the chargers as charging profiles. True by default; false: plans are only shown.':
    'Ob Pläne als Ladeprofile an die Ladestationen gesendet werden. Vorgabe true; false: Pläne werden nur gezeigt.',
  'Limits of the grid connection for a time.': 'Limits des Netzanschlusses auf Zeit.',
  'What the site draws besides the vehicles. Left out: nothing.':
    'Was der Standort außer den Fahrzeugen bezieht. Weggelassen: nichts.',
  'What energy and peaks cost. Left out: there is no cost.':
    'Was Energie und Spitzen kosten. Weggelassen: Es gibt keine Kosten.',
  'Ideal powers by phase of charging, each phase once; an empty list for none.':
    'Ideale Leistungen je Phase des Ladens, jede Phase einmal; eine leere Liste für keine.',
  'Limits that hold instead of `powerLimitkW` from `from` until `to`, lower or higher.':
    'Limits, die von `from` bis `to` anstelle von `powerLimitkW` gelten, niedrigere oder höhere.',
  'When it begins, ISO 8601.': 'Beginn, ISO 8601.',
  'Why, for people.': 'Warum, für Menschen.',
  'A typical week.': 'Eine typische Woche.',
  'The day of the week.': 'Der Wochentag.',
  'When it begins, on the location’s clock.': 'Beginn, nach der Uhr des Standorts.',
  'When it ends, on the location’s clock, up to 24:00. One that ends a minute before the next begins, or at 23:59, goes on until then.':
    'Ende, nach der Uhr des Standorts, bis 24:00. Endet es eine Minute vor dem Beginn des nächsten oder um 23:59, so reicht es bis dorthin.',
  'Constant power of everything but the vehicles, in kW.':
    'Gleichbleibende Leistung von allem außer den Fahrzeugen, in kW.',
  'What holds instead of the week at dates.': 'Was an einzelnen Tagen anstelle der Woche gilt.',
  'The currency of all prices, such as EUR.': 'Die Währung aller Preise, etwa EUR.',
  'What each kW of the billing period’s highest quarter-hour costs, in the currency.':
    'Was jedes kW der höchsten Viertelstunde des Abrechnungszeitraums kostet, in der Währung.',
  'The billing period of the demand charge: month by default, or year.':
    'Der Abrechnungszeitraum des Leistungspreises: Vorgabe month (Monat), oder year (Jahr).',
  'A floor, set by hand, for the highest quarter-hour of the current period, in kW: what was drawn before it was known here.':
    'Ein von Hand gesetzter Mindestwert für die höchste Viertelstunde des laufenden Zeitraums, in kW: was bezogen wurde, bevor es hier bekannt war.',
  'Prices of a typical week.': 'Preise einer typischen Woche.',
  'Price per kWh, in the tariff’s currency; it may be negative.':
    'Preis je kWh, in der Währung des Tarifs; er darf negativ sein.',
  'Prices that hold instead of the week at dates.': 'Preise, die an einzelnen Tagen anstelle der Woche gelten.',
  'Vehicles that come later than planned; each once.': 'Fahrzeuge, die später kommen als geplant; jedes einmal.',
  'A vehicle that is still to come.': 'Ein Fahrzeug, das noch kommt.',
  'By how many minutes it comes later.': 'Um wie viele Minuten es später kommt.',
  'The next vehicles that are still to come, `count` of them, come later by `delayMinutes`; those of `delayedVehicles` are not among them.':
    'Die nächsten Fahrzeuge, die noch kommen, `count` davon, kommen `delayMinutes` später; die von `delayedVehicles` sind nicht darunter.',
  'How many vehicles.': 'Wie viele Fahrzeuge.',
  'By how many minutes they come later.': 'Um wie viele Minuten sie später kommen.',
  'By how many percent more energy each point of charge, and preconditioning, takes, as in a colder night; below 0 for less.':
    'Um wie viel Prozent mehr Energie jeder Prozentpunkt Ladung und die Vorkonditionierung brauchen, wie in einer kälteren Nacht; unter 0 für weniger.',
  'Chargers that give nothing: a vehicle that is connected there now is not charged any more. Where vehicles that are still to come will be plugged in is not known.':
    'Ladestationen, die nichts abgeben: Ein Fahrzeug, das jetzt dort angeschlossen ist, wird nicht weiter geladen. Wo Fahrzeuge angesteckt werden, die noch kommen, ist nicht bekannt.',
  'The charging station.': 'Die Ladestation.',
  'One evse of it. Left out: all of them.': 'Ein Ladepunkt davon. Weggelassen: alle.',
  'Charging stations with other powers, as their PATCH would leave them, for the vehicles that are connected there now; each once.':
    'Ladestationen mit anderen Leistungen, wie ein PATCH sie hinterließe, für die Fahrzeuge, die jetzt dort angeschlossen sind; jede einmal.',
  'Evses with other powers; one that is left out stays as it is.':
    'Ladepunkte mit anderen Leistungen; ein weggelassener bleibt, wie er ist.',
  'So many vehicles more, `count`, like those that stay in the next 36 hours, in turn.':
    'So viele Fahrzeuge mehr, `count`, wie die, die in den nächsten 36 Stunden hier stehen, der Reihe nach.',
  'Vehicles with other attributes, as their PATCH would leave them; each once.':
    'Fahrzeuge mit anderen Attributen, wie ein PATCH sie hinterließe; jedes einmal.',
  'The vehicle; one without a stay to come changes nothing.':
    'Das Fahrzeug; eines ohne kommende Standzeit ändert nichts.',
  'Schedules with other times or targets, as a PATCH would leave them; each once.':
    'Standzeiten mit anderen Zeiten oder Zielen, wie ein PATCH sie hinterließe; jede einmal.',
  'A dated schedule or an occurrence of the next 14 days.':
    'Eine datierte Standzeit oder ein Termin der nächsten 14 Tage.',
  'When it would arrive. Left out: as it is.': 'Wann es ankäme. Weggelassen: wie bisher.',
  'When it would leave, later than the arrival. Left out: as it is.':
    'Wann es abführe, später als die Ankunft. Weggelassen: wie bisher.',
  'Whether it would charge at full power from now on, as POST /schedules/{scheduleId}/charge-now asks; it changes nothing for a vehicle that is not here or has its target. Left out: as it is.':
    'Ob es von jetzt an mit voller Leistung lüde, wie es POST /schedules/{scheduleId}/charge-now verlangt; bei einem Fahrzeug, das nicht hier ist oder sein Ziel hat, ändert es nichts. Weggelassen: wie bisher.',
  'Whether its plan would be kept as it is, as `planMeta.frozen` of its PATCH says. Left out: as it is.':
    'Ob sein Plan bliebe, wie er ist, wie es `planMeta.frozen` im PATCH sagt. Weggelassen: wie bisher.',
  'State of charge on arrival, in percent, where none is measured.':
    'Ladezustand bei der Ankunft, in Prozent, wo keiner gemessen ist.',
  'State of charge that is wanted at the departure, in percent; null: the location’s default.':
    'Ladezustand, der bei der Abfahrt gewünscht ist, in Prozent; null: die Vorgabe des Standorts.',
  'State of charge that the next duty needs, in percent; null: the location’s.':
    'Ladezustand, den der nächste Einsatz braucht, in Prozent; null: der des Standorts.',
  'Higher goes first where there is not enough for all; null: 0.':
    'Wo es nicht für alle reicht, geht die höhere vor; null: 0.',
  'Schedules that there are not yet.': 'Standzeiten, die es noch nicht gibt.',
  'The vehicle.': 'Das Fahrzeug.',
  'When it would arrive, within the next 36 hours to be compared.':
    'Wann es ankäme; um verglichen zu werden, in den nächsten 36 Stunden.',
  'When it would leave, later than the arrival.': 'Wann es abführe, später als die Ankunft.',
  'Schedules that there would not be any more: dated ones, occurrences, or rules, of which what has begun stays; one without a stay to come changes nothing.':
    'Standzeiten, die es nicht mehr gäbe: datierte, Termine, oder Regeln, von denen bleibt, was begonnen hat; eine ohne kommende Standzeit ändert nichts.',
  'What would be otherwise. Settings are those of the location, as its PATCH would leave them: `tariff: { "dates": null }` plans without the prices of single dates.':
    'Was anders wäre. Einstellungen sind die des Standorts, wie ein PATCH sie hinterließe: `tariff: { "dates": null }` plant ohne die Preise einzelner Tage.',
  'The locations, by name, then id.': 'Die Standorte, nach Name, dann Kennung.',
  'The id of the location, its locationUid elsewhere.': 'Kennung des Standorts, anderswo seine locationUid.',
  'Read-only, outside of the ETag, at a single location: the highest quarter-hour of the current billing period so far, as measured, otherwise as planned, kW. Left out without a demand charge.':
    'Nur lesbar, nicht im ETag, bei einem einzelnen Standort: die bisher höchste Viertelstunde des laufenden Abrechnungszeitraums, gemessen, sonst geplant, kW. Ohne Leistungspreis weggelassen.',
  'When the quarter-hour begins, ISO 8601.': 'Wann die Viertelstunde beginnt, ISO 8601.',
  'The site’s own consumption, kW.': 'Der eigene Verbrauch des Standorts, kW.',
  'The vehicles, at the site, kW: as measured where chargers reported, otherwise as planned.':
    'Die Fahrzeuge, am Standort, kW: gemessen, wo Ladestationen gemeldet haben, sonst geplant.',
  'What chargers reported of it, kW; left out where none did. The rest of `evPowerkW` is planned.':
    'Was Ladestationen davon gemeldet haben, kW; weggelassen, wo keine gemeldet hat. Der Rest von `evPowerkW` ist geplant.',
  'Beside `measuredkW`: what the plans had said of all vehicles, at the site, kW.':
    'Neben `measuredkW`: was die Pläne von allen Fahrzeugen gesagt hatten, am Standort, kW.',
  'The lowest limit that holds in this time, kW; left out without one.':
    'Das niedrigste Limit, das in dieser Zeit gilt, kW; ohne eines weggelassen.',
  'The price of a kWh at the site; left out where the tariff names none.':
    'Der Preis einer kWh am Standort; weggelassen, wo der Tarif keinen nennt.',
  'The tariff does not say this price; it is the mean of those that it says.':
    'Der Tarif nennt diesen Preis nicht; er ist der Mittelwert derer, die er nennt.',
  'The whole site if every vehicle took its full power from its arrival on, without a limit, kW.':
    'Der ganze Standort, wenn jedes Fahrzeug ab seiner Ankunft seine volle Leistung bezöge, ohne Limit, kW.',
  'The quarter-hours of the range, in order of time.': 'Die Viertelstunden des Zeitraums, der Zeit nach.',
  'The highest mean of a clock quarter-hour of the whole site, kW: what grids bill.':
    'Das höchste Mittel einer vollen Viertelstunde des ganzen Standorts, kW: was Netzbetreiber abrechnen.',
  'The highest power of the whole site at any moment, kW.':
    'Die höchste Leistung des ganzen Standorts in einem Augenblick, kW.',
  'What the vehicles take in this time, at the vehicles, kWh.':
    'Was die Fahrzeuge in dieser Zeit aufnehmen, am Fahrzeug, kWh.',
  'What vehicles that leave in this time leave without, kWh.':
    'Was Fahrzeugen fehlt, die in dieser Zeit abfahren, kWh.',
  'What the vehicles’ energy costs, in the tariff’s currency; left out where it names no price.':
    'Was die Energie der Fahrzeuge kostet, in der Währung des Tarifs; weggelassen, wo er keinen Preis nennt.',
  'The demand charge that this time causes: for what its highest quarter-hour lies above the highest that the billing period had before. Left out where the tariff has none.':
    'Der Leistungspreis, den diese Zeit verursacht: für das, um was ihre höchste Viertelstunde über der bis dahin höchsten des Abrechnungszeitraums liegt. Weggelassen, wo der Tarif keinen hat.',
  '`energyCost` and `demandCost` together; left out without a tariff.':
    '`energyCost` und `demandCost` zusammen; ohne Tarif weggelassen.',
  'Sums and peaks of the range.': 'Summen und Spitzen des Zeitraums.',
  'The same for uncontrolled charging of the same stays.': 'Dasselbe für ungesteuertes Laden derselben Standzeiten.',
  'How many stays have a plan of the planner now.': 'Wie viele Standzeiten jetzt einen Plan der Planung haben.',
  'When it was planned, ISO 8601.': 'Wann geplant wurde, ISO 8601.',
  'How a tried plan differs from the one without the overrides.':
    'Wie sich ein probierter Plan von dem ohne die Abweichungen unterscheidet.',
  'By how much the highest quarter-hour mean is higher, in kW.':
    'Um wie viel das höchste Viertelstundenmittel höher ist, in kW.',
  'By how much the highest power is higher, in kW.': 'Um wie viel die höchste Leistung höher ist, in kW.',
  'By how much more energy is delivered, in kWh.': 'Wie viel mehr Energie abgegeben wird, in kWh.',
  'By how much more energy is missing at departures, in kWh.': 'Wie viel mehr Energie bei Abfahrten fehlt, in kWh.',
  'By how much it costs more; left out without a tariff on either side.':
    'Wie viel mehr es kostet; weggelassen, wo eine Seite keinen Tarif hat.',
  'Without the overrides.': 'Ohne die Abweichungen.',
  'With them; those that the overrides add are among them.':
    'Mit ihnen; solche, die durch die Abweichungen hinzukommen, sind darunter.',
  'How many schedules are left short of their target.': 'Wie vielen Standzeiten ihr Ziel fehlt.',
  'How many schedules the overrides add, by `moreVehicles` and `newSchedules`; they are not in `changes`.':
    'Wie viele Standzeiten durch die Abweichungen hinzukommen, durch `moreVehicles` und `newSchedules`; sie stehen nicht in `changes`.',
  'How many of these are left short of their target.': 'Wie vielen davon ihr Ziel fehlt.',
  'How many schedules are the same.': 'Wie viele Standzeiten gleich sind.',
  'The id of its vehicle.': 'Kennung ihres Fahrzeugs.',
  'Whether it leaves with more, with less, or as before and charges at other times.':
    'Ob es mit mehr, mit weniger oder wie vorher abfährt und zu anderen Zeiten lädt.',
  'When the last energy is delivered, ISO 8601.': 'Wann die letzte Energie abgegeben wird, ISO 8601.',
  'Energy that is delivered to the vehicle, in kWh.': 'Energie, die das Fahrzeug erhält, in kWh.',
  'Whether the target, in percent, is reached.': 'Ob das Ziel, in Prozent, erreicht wird.',
  'Whether charging goes on in the departure margin.': 'Ob das Laden in den Abfahrtspuffer hineinreicht.',
  'As it is planned without the overrides.': 'Wie es ohne die Abweichungen geplant ist.',
  'As it is planned with them.': 'Wie es mit ihnen geplant ist.',
  'The schedules that the overrides change.': 'Die Standzeiten, die die Abweichungen ändern.',
  'The same as a sentence for people.': 'Dasselbe als Satz für Menschen.',
  'The last replans that changed the plan, at most 19, newest first.':
    'Die letzten Neuplanungen, die den Plan geändert haben, höchstens 19, die neueste zuerst.',
  'When the plan was made that changed it, ISO 8601.': 'Wann der Plan gemacht wurde, der ihn änderte, ISO 8601.',
  'When the last energy is delivered, ISO 8601; left out where nothing more is charged.':
    'Wann die letzte Energie abgegeben wird, ISO 8601; weggelassen, wo nichts mehr geladen wird.',
  'When it charges from then on for the first time, ISO 8601; left out where it does not.':
    'Wann es von da an zum ersten Mal lädt, ISO 8601; weggelassen, wo es das nicht tut.',
  'The highest power at the vehicle from then on, in kW.': 'Die höchste Leistung am Fahrzeug von da an, in kW.',
  'What the plan before it had said of the time from then on.': 'Was der Plan davor von der Zeit ab da gesagt hatte.',
  'What it says.': 'Was er sagt.',
} satisfies Record<string, string>
