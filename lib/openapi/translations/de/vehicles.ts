/** What the API document says of vehicles, in German, by its English text. */
export const deVehicles = {
  'List the vehicles': 'Die Fahrzeuge auflisten',
  'By name, then id. `locationUid` may be repeated and keeps the vehicles of these locations.':
    'Nach Name, dann Kennung. `locationUid` darf mehrfach stehen und lässt nur die Fahrzeuge dieser Standorte.',
  'Keeps the vehicles of this location; it may be repeated.':
    'Lässt nur die Fahrzeuge dieses Standorts; darf mehrfach stehen.',
  'The vehicles': 'Die Fahrzeuge',
  'Get a vehicle': 'Ein Fahrzeug abrufen',
  'The vehicle': 'Das Fahrzeug',
  'Create or replace a vehicle': 'Ein Fahrzeug anlegen oder ersetzen',
  'What is left out, or null, goes back to its default. Nothing is required. You choose the id.':
    'Was weggelassen wird oder null ist, erhält wieder seinen Vorgabewert. Nichts ist erforderlich. Sie wählen die Kennung.',
  'The ETag that you read; the call is refused with 412 when the vehicle has changed since.':
    'Das ETag, das Sie gelesen haben; der Aufruf wird mit 412 abgelehnt, wenn sich das Fahrzeug seither geändert hat.',
  'Change some attributes of a vehicle': 'Einige Attribute eines Fahrzeugs ändern',
  'Delete a vehicle': 'Ein Fahrzeug löschen',
  'Past schedules stay in the location’s range; future ones go. A token that is narrowed to locations and does not see all of the vehicle’s locations and coming schedules gets a 409.':
    'Vergangene Standzeiten bleiben im Zeitraum des Standorts; künftige gehen. Ein Token, das auf Standorte beschränkt ist und nicht alle Standorte und kommenden Standzeiten des Fahrzeugs sieht, erhält eine 409.',
  'The events, at most 1,000, in any order.': 'Die Ereignisse, höchstens 1.000, in beliebiger Reihenfolge.',
  'Your id of the event, unique per location; without a location, per token.':
    'Ihre Kennung des Ereignisses, eindeutig je Standort; ohne Standort je Token.',
  'What happened.': 'Was geschehen ist.',
  'When it happened. Over 2 minutes ahead or before 2020: replaced by the time of receipt, with a warning.':
    'Wann es geschah. Mehr als 2 Minuten voraus oder vor 2020: wird durch die Zeit des Empfangs ersetzt, mit einer Warnung.',
  'The MAC address of the vehicle’s charging port, by which it is recognised.':
    'Die MAC-Adresse des Ladeanschlusses, an der das Fahrzeug erkannt wird.',
  'The vehicle, where its MAC address is not known.': 'Das Fahrzeug, wo seine MAC-Adresse nicht bekannt ist.',
  'The location where it happened.': 'Der Standort, an dem es geschah.',
  'The charging station; text or a whole number.': 'Die Ladestation; Text oder eine ganze Zahl.',
  'The evse of the station; text or a whole number.': 'Der Ladepunkt der Ladestation; Text oder eine ganze Zahl.',
  'The connector of the evse; text or a whole number.': 'Der Stecker des Ladepunkts; Text oder eine ganze Zahl.',
  'The charging system’s id of the transaction; text or a whole number.':
    'Die Kennung des Ladevorgangs im Ladesystem; Text oder eine ganze Zahl.',
  'State of charge in percent; what is outside 0–100 is not believed.':
    'Ladezustand in Prozent; was außerhalb von 0–100 liegt, wird nicht geglaubt.',
  'Power at the outlet, in kW.': 'Leistung am Ladepunkt, in kW.',
  'Energy at the outlet since the transaction began, in kWh.':
    'Energie am Ladepunkt seit Beginn des Ladevorgangs, in kWh.',
  'The lifetime register of the outlet’s meter, in kWh.': 'Gesamtzählerstand des Ladepunkts, in kWh.',
  'Why charging stopped, in the charging system’s words.': 'Warum das Laden endete, in den Worten des Ladesystems.',
  'The odometer of the vehicle, in km.': 'Kilometerstand des Fahrzeugs, in km.',
  'For v2icp: the message of the vehicle (VDV 261).': 'Bei v2icp: die Meldung des Fahrzeugs (VDV 261).',
  'For connector-status: a status of OCPP.': 'Bei connector-status: ein Status von OCPP.',
  'For connector-status: the error that the connector reports.':
    'Bei connector-status: der Fehler, den der Stecker meldet.',
  'Make and model.': 'Hersteller und Modell.',
  'License plate.': 'Kennzeichen.',
  'Notes, at most 10,000 characters.': 'Notizen, höchstens 10.000 Zeichen.',
  'Vehicle identification number.': 'Fahrzeug-Identifizierungsnummer.',
  'Energy that charges the battery from 0 to 100 %, in kWh. Without it the vehicle gets no plan.':
    'Energie, die die Batterie von 0 auf 100 % lädt, in kWh. Ohne sie erhält das Fahrzeug keinen Plan.',
  'Most power that it charges with, in kW. Without it the vehicle gets no plan.':
    'Höchste Leistung, mit der es lädt, in kW. Ohne sie erhält das Fahrzeug keinen Plan.',
  'Minimum power that it charges with, in kW; 0 by default, never above the maximum.':
    'Kleinste Leistung, mit der es lädt, in kW; Vorgabe 0, nie über der höchsten.',
  'Minimum power of preconditioning, in kW; a higher one shortens the time.':
    'Kleinste Leistung der Vorkonditionierung, in kW; eine höhere verkürzt die Zeit.',
  'Consumption in Wh/km, for estimates of the charge on arrival.':
    'Verbrauch in Wh/km, um die Ladung bei der Ankunft zu schätzen.',
  'Whether charging can pause and go on. False by default: one uninterrupted block.':
    'Ob das Laden pausieren und weitergehen kann. Vorgabe false: in einem Stück, ohne Unterbrechung.',
  'Whether its charging is planned. True by default; false: its schedules are kept, and it charges at full power from arrival.':
    'Ob sein Laden geplant wird. Vorgabe true; false: Seine Standzeiten bleiben erhalten, und es lädt ab der Ankunft mit voller Leistung.',
  'The locations that it belongs to: one id or several; null for none.':
    'Die Standorte, zu denen es gehört: eine Kennung oder mehrere; null für keinen.',
  'Its inlets, by which it is recognised when it plugs in; an empty list for none.':
    'Seine Ladeanschlüsse, an denen es beim Anstecken erkannt wird; eine leere Liste für keinen.',
  'Deprecated: the address of the first active charging port. Use chargingPorts, which win if both come. Alone it sets that port’s address, and null removes the port.':
    'Veraltet: die Adresse des ersten aktiven Ladeanschlusses. Nutzen Sie chargingPorts; kommen beide, gelten diese. Allein setzt es die Adresse dieses Anschlusses, und null entfernt den Anschluss.',
  'How it is prepared for the departure.': 'Wie es für die Abfahrt vorbereitet wird.',
  'What preconditioning takes where the vehicle does not say it itself (V2ICP).':
    'Was die Vorkonditionierung braucht, wo das Fahrzeug es nicht selbst sagt (V2ICP).',
  'Most power by state of charge, 2 to 20 points, linear between them. Left out: not known.':
    'Höchste Leistung je Ladezustand, 2 bis 20 Punkte, dazwischen linear. Weggelassen: nicht bekannt.',
  'RFID or contract ids that it is also known by, each of one vehicle only, in upper or lower case. Left out: none.':
    'RFID- oder Vertragskennungen, unter denen es auch bekannt ist, jede nur bei einem Fahrzeug, groß oder klein geschrieben. Weggelassen: keine.',
  'MAC address of the charging controller (EVCCID), by which the vehicle is recognised; it belongs to one vehicle. Taken with colons, dashes or none, given back upper-case with colons.':
    'MAC-Adresse des Ladesteuergeräts (EVCCID), an der das Fahrzeug erkannt wird; sie gehört zu einem Fahrzeug. Mit Doppelpunkten, Bindestrichen oder ohne angenommen, groß mit Doppelpunkten zurückgegeben.',
  'True: the port is kept but not in use. False by default.':
    'True: Der Anschluss bleibt erhalten, ist aber nicht in Gebrauch. Vorgabe false.',
  'The type of the inlet.': 'Typ des Ladeanschlusses.',
  'Outside temperature, in °C.': 'Außentemperatur, in °C.',
  'What is done with the interior before the departure.': 'Was vor der Abfahrt mit dem Innenraum geschieht.',
  'Whether the vehicle is preconditioned before it leaves. False by default.':
    'Ob das Fahrzeug vor der Abfahrt vorkonditioniert wird. Vorgabe false.',
  'Energy that heating or cooling takes before the departure, in kWh; 0 by default.':
    'Energie, die Heizen oder Kühlen vor der Abfahrt braucht, in kWh; Vorgabe 0.',
  'How long heating or cooling takes, in milliseconds; 0 by default.':
    'Wie lange Heizen oder Kühlen dauert, in Millisekunden; Vorgabe 0.',
  'How long conditioning the battery takes, in milliseconds; 0 by default.':
    'Wie lange das Konditionieren der Batterie dauert, in Millisekunden; Vorgabe 0.',
  'State of charge, in percent, above that of the point before.':
    'Ladezustand, in Prozent, über dem des Punktes davor.',
  'Most power that the battery takes there, in kW.': 'Höchste Leistung, die die Batterie dort aufnimmt, in kW.',
  'The id of the event; absent where it had none.': 'Kennung des Ereignisses; fehlt, wo es keine hatte.',
  'What became of it. conflict: this id was used for other content, which stands; unknown-vehicle: kept as a stranger’s, judged anew when it is sent again.':
    'Was daraus wurde. conflict: Diese Kennung wurde für einen anderen Inhalt genutzt, der gilt; unknown-vehicle: als das eines unbekannten Fahrzeugs aufbewahrt und neu beurteilt, wenn es noch einmal gesendet wird.',
  'Why it was not accepted, a sentence for people.': 'Warum es nicht angenommen wurde, ein Satz für Menschen.',
  'What of the event is not believed, and why.': 'Was von dem Ereignis nicht geglaubt wird, und warum.',
  'A result for each event, in request order.': 'Ein Ergebnis je Ereignis, in der Reihenfolge der Anfrage.',
  'Its id, which you choose.': 'Die Kennung, die Sie wählen.',
  'The locations that it belongs to; null for none.': 'Die Standorte, zu denen es gehört; null für keinen.',
  'Read-only: what its last V2ICP message (VDV 261) said.':
    'Nur lesbar: was seine letzte V2ICP-Meldung (VDV 261) sagte.',
  'The MAC address under which it reported.': 'Die MAC-Adresse, unter der es sich gemeldet hat.',
  'The location where it reported.': 'Der Standort, an dem es sich gemeldet hat.',
  'Its odometer, in km.': 'Kilometerstand, in km.',
  'The id of the password that it used.': 'Kennung des Passworts, das es genutzt hat.',
  'What the backend answered.': 'Was das Hintergrundsystem geantwortet hat.',
  'When the message was sent.': 'Wann die Meldung gesendet wurde.',
  'The raw message (VDV 261).': 'Die Rohmeldung (VDV 261).',
  'The vehicle identification number that it reported.': 'Die Fahrzeug-Identifizierungsnummer, die es gemeldet hat.',
  'The vehicles, by name, then id.': 'Die Fahrzeuge, nach Name, dann Kennung.',
  'What its last V2ICP message said; the same as in the vehicle.':
    'Was seine letzte V2ICP-Meldung sagte; dasselbe wie beim Fahrzeug.',
} satisfies Record<string, string>
