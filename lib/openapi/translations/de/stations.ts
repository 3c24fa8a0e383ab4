/** What the API document says of stations, in German, by its English text. */
export const deStations = {
  'Get whether the chargers of a depot are simulated': 'Abrufen, ob die Ladestationen eines Depots simuliert werden',
  'The demo depot comes with simulated chargers and vehicles, which connect over OCPP as real ones do.':
    'Das Demo-Depot hat simulierte Ladestationen und Fahrzeuge, die sich über OCPP verbinden wie echte.',
  'The state of the simulation': 'Der Zustand der Simulation',
  'Start or stop the simulated chargers of the demo depot':
    'Die simulierten Ladestationen des Demo-Depots starten oder anhalten',
  'Within seconds they connect and play the depot’s schedules, or are offline. It stays so when the app restarts.':
    'Binnen Sekunden verbinden sie sich und spielen die Standzeiten des Depots, oder sie sind offline. Dabei bleibt es, wenn die Anwendung neu startet.',
  'List the charging stations of a depot, with what each of them does now':
    'Die Ladestationen eines Depots auflisten, mit dem, was jede gerade tut',
  'By name, then id.': 'Nach Name, dann Kennung.',
  'The stations': 'Die Ladestationen',
  'List the identities that tried to connect and were refused':
    'Die Identitäten auflisten, die sich verbinden wollten und abgelehnt wurden',
  'The last to try first; at most 100, of the last 7 days. Needs an administrator of all depots. One is adopted by creating the station with its id, with `keepPassword: true` if the password that it tried last is to hold.':
    'Die letzte zuerst; höchstens 100, aus den letzten 7 Tagen. Braucht die Administration aller Depots. Eine wird übernommen, indem die Ladestation mit ihrer Kennung angelegt wird, mit `keepPassword: true`, wenn das zuletzt versuchte Passwort gelten soll.',
  'The identities': 'Die Identitäten',
  'Get a charging station': 'Eine Ladestation abrufen',
  'The OCPP identity of the charging station, as it stands in its URL.':
    'Die OCPP-Identität der Ladestation, wie sie in ihrer URL steht.',
  'The station': 'Die Ladestation',
  'Version of the writable attributes': 'Fassung der schreibbaren Attribute',
  'Create or replace a charging station': 'Eine Ladestation anlegen oder ersetzen',
  'You choose the id: it is the OCPP identity, the last part of the address that the station connects to (`wss://…/ocpp/{stationId}`). What is left out, or null, goes back to its default; the password stays.':
    'Sie wählen die Kennung: Es ist die OCPP-Identität, der letzte Teil der Adresse, mit der sich die Ladestation verbindet (`wss://…/ocpp/{stationId}`). Was weggelassen wird oder null ist, erhält wieder seinen Vorgabewert; das Passwort bleibt.',
  'The ETag that you read; the call is refused with 412 when the station’s attributes have changed since.':
    'Das ETag, das Sie gelesen haben; der Aufruf wird mit 412 abgelehnt, wenn sich die Attribute der Ladestation seither geändert haben.',
  'Change some attributes of a charging station': 'Einige Attribute einer Ladestation ändern',
  'JSON Merge Patch (RFC 7396): objects merge, arrays replace, null clears.':
    'JSON Merge Patch (RFC 7396): Objekte werden zusammengeführt, Listen ersetzt, null löscht.',
  'Delete a charging station': 'Eine Ladestation löschen',
  'Its connection ends. What it has reported about vehicles stays.':
    'Ihre Verbindung endet. Was sie über Fahrzeuge gemeldet hat, bleibt.',
  'Tell a charging station to reset, unlock, start, stop or report':
    'Einer Ladestation sagen: neu starten, entriegeln, Laden starten, Laden beenden oder melden',
  'Answers at once; read the command to see what the station answered. In OCPP 1.6 `evseId` is the connector. A command that its station cannot be told within a minute expires.':
    'Antwortet sofort; lesen Sie den Befehl, um zu sehen, was die Ladestation geantwortet hat. In OCPP 1.6 ist `evseId` der Stecker. Ein Befehl, der seiner Ladestation nicht binnen einer Minute gesagt werden kann, verfällt.',
  'The command': 'Der Befehl',
  'Get what became of a command': 'Abrufen, was aus einem Befehl wurde',
  'The id of the command.': 'Kennung des Befehls.',
  'Say which vehicle stands at an evse whose vehicle was not recognised':
    'Angeben, welches Fahrzeug an einem Ladepunkt steht, dessen Fahrzeug nicht erkannt wurde',
  'What was reported of the stranger since it was plugged in becomes the vehicle’s, and a plan follows. Refused with 409 where nobody is plugged in, or where a vehicle was recognised.':
    'Was seit dem Anstecken über das unbekannte Fahrzeug gemeldet wurde, gilt dann für dieses, und ein Plan folgt. Mit 409 abgelehnt, wo nichts angesteckt ist oder ein Fahrzeug erkannt wurde.',
  'Number of the evse at its station, from 1; in OCPP 1.6 the connector’s number.':
    'Nummer des Ladepunkts an seiner Ladestation, ab 1; in OCPP 1.6 die Nummer des Steckers.',
  'It is this vehicle': 'Es ist dieses Fahrzeug',
  'List the raw OCPP messages of a charging station, both directions':
    'Die OCPP-Rohmeldungen einer Ladestation auflisten, beide Richtungen',
  'Newest first, of the last 7 days. Messages of one millisecond are never divided between two pages.':
    'Die neueste zuerst, aus den letzten 7 Tagen. Meldungen derselben Millisekunde werden nie auf zwei Seiten verteilt.',
  'Only messages before this time.': 'Nur Meldungen vor dieser Zeit.',
  'The messages': 'Die Meldungen',
  'Make a new password for a charging station': 'Ein neues Passwort für eine Ladestation erzeugen',
  'The password is in this answer and never again; no body is needed. The one before it does not open a new connection any more; an open connection stays.':
    'Das Passwort steht in dieser Antwort und danach nirgends mehr; ein Inhalt ist nicht nötig. Mit dem vorigen lässt sich keine neue Verbindung mehr öffnen; eine offene bleibt.',
  'The password': 'Das Passwort',
  'Most power of the whole station in kW; its evses share it.':
    'Höchste Leistung der ganzen Ladestation in kW; ihre Ladepunkte teilen sie sich.',
  'Most power of this evse in kW, at its outlet.': 'Höchste Leistung dieses Ladepunkts in kW, an seinem Ausgang.',
  'Whether the simulated chargers are to be connected.': 'Ob die simulierten Ladestationen verbunden sein sollen.',
  'The depot that the station stands in.': 'Das Depot, in dem die Ladestation steht.',
  'What people call it.': 'Wie Menschen sie nennen.',
  'What each evse may draw, in kW, when nobody tells it anything. Left out, and at most: the depot’s lowest headroom less what cannot be steered, divided by its evses.':
    'Was jeder Ladepunkt beziehen darf, in kW, wenn ihm niemand etwas sagt. Weggelassen, und höchstens: die niedrigste freie Leistung des Depots abzüglich dessen, was sich nicht steuern lässt, geteilt durch seine Ladepunkte.',
  'Whether charging may be stopped and started again here to wake a vehicle after a pause.':
    'Ob das Laden hier gestoppt und wieder gestartet werden darf, um ein Fahrzeug nach einer Pause zu wecken.',
  'Whether it may connect without a password: only for a network that nobody else can reach.':
    'Ob sie sich ohne Passwort verbinden darf: nur für ein Netz, das niemand anderes erreicht.',
  'Its evses. Those that it reports and that are not named here are added.':
    'Ihre Ladepunkte. Solche, die sie meldet und die hier nicht genannt sind, kommen hinzu.',
  'Write-only. Adopts a station that waits (`GET /stations/waiting`) with the password that it tried last.':
    'Nur schreibbar. Übernimmt eine Ladestation, die wartet (`GET /stations/waiting`), mit dem Passwort, das sie zuletzt versucht hat.',
  'Its connectors; none named: one, of an unknown type.': 'Seine Stecker; keiner genannt: einer, von unbekanntem Typ.',
  'Minimum power of this evse in kW, below which it gives nothing.':
    'Kleinste Leistung dieses Ladepunkts in kW, unter der er nichts abgibt.',
  'Where a vehicle stands that charges here, in the depot’s own words.':
    'Wo ein Fahrzeug steht, das hier lädt, in den Worten des Depots.',
  'Number of the connector at its evse, from 1.': 'Nummer des Steckers an seinem Ladepunkt, ab 1.',
  'What vehicles plug into it.': 'Wie Fahrzeuge hier angesteckt werden.',
  'What the station is to do.': 'Was die Ladestation tun soll.',
  'For `start`: the vehicle that is to charge.': 'Bei `start`: das Fahrzeug, das laden soll.',
  'For `reset`: at once. Otherwise OCPP 2.0.1 waits until nobody charges, and OCPP 1.6 ends charging in good order first.':
    'Bei `reset`: sofort. Sonst wartet OCPP 2.0.1, bis niemand lädt, und OCPP 1.6 beendet das Laden zuerst ordentlich.',
  'For `trigger`: the message that the station is to send.':
    'Bei `trigger`: die Meldung, die die Ladestation senden soll.',
  'The vehicle that stands there.': 'Das Fahrzeug, das dort steht.',
  '`none`: the chargers of this location are not simulated; else whether the simulation goes on now.':
    '`none`: Die Ladestationen dieses Standorts sind nicht simuliert; sonst, ob die Simulation jetzt läuft.',
  'When it was started, where it goes on.': 'Wann sie gestartet wurde, wo sie läuft.',
  'The stations.': 'Die Ladestationen.',
  'Its evses, each of which charges one vehicle at a time.':
    'Ihre Ladepunkte, von denen jeder ein Fahrzeug auf einmal lädt.',
  'Whether a password was made or kept for it.': 'Ob ein Passwort für sie erzeugt oder behalten wurde.',
  'The protocol, ocpp1.6 or ocpp2.0.1; absent until it has connected.':
    'Das Protokoll, ocpp1.6 oder ocpp2.0.1; fehlt, bis sie sich verbunden hat.',
  'Its vendor, as it says.': 'Hersteller, nach eigener Angabe.',
  'Its model, as it says.': 'Modell, nach eigener Angabe.',
  'Its serial number, as it says.': 'Seriennummer, nach eigener Angabe.',
  'Its firmware version, as it says.': 'Firmware-Version, nach eigener Angabe.',
  'Whether it is connected now.': 'Ob sie jetzt verbunden ist.',
  'When its last message came.': 'Wann ihre letzte Meldung kam.',
  'How much its clock is behind ours, in milliseconds (negative: ahead); absent until known.':
    'Wie viel ihre Uhr gegenüber unserer nachgeht, in Millisekunden (negativ: vorgeht); fehlt, bis es bekannt ist.',
  'How it follows a limit: by transaction, by default profile, by station maximum, or not at all.':
    'Wie sie einem Limit folgt: je Ladevorgang, über das Standardprofil, über den Höchstwert der Station, oder gar nicht.',
  'The faults that it reports now; empty for none.': 'Die Störungen, die sie jetzt meldet; leer für keine.',
  'Number of the evse at its station, from 1.': 'Nummer des Ladepunkts an seiner Ladestation, ab 1.',
  'What vehicles plug into it; absent: not known.': 'Wie Fahrzeuge hier angesteckt werden; fehlt: nicht bekannt.',
  'Its connectors.': 'Seine Stecker.',
  'As the station reports it, in OCPP’s words, such as Available, Charging or Faulted.':
    'Wie die Ladestation ihn meldet, in den Worten von OCPP, etwa Available, Charging oder Faulted.',
  'The error that it reports; absent when there is none.': 'Der gemeldete Fehler; fehlt, wenn es keinen gibt.',
  'Since when it has this status.': 'Seit wann er diesen Status hat.',
  'The vehicle that is plugged in here, where it was recognised.':
    'Das Fahrzeug, das hier angesteckt ist, wo es erkannt wurde.',
  'The schedule that this vehicle is here for.': 'Die Standzeit, für die dieses Fahrzeug hier ist.',
  'The transaction that runs.': 'Der laufende Ladevorgang.',
  'Power at the outlet in kW, as last measured.': 'Leistung am Ladepunkt in kW, wie zuletzt gemessen.',
  'True where what its meter counts is about a thousandth of what its power would make, or nothing: one of them is wrong. The power is counted as it was said.':
    'Wahr, wo der Zähler etwa ein Tausendstel dessen zählt, was die Leistung ergäbe, oder nichts: eines von beiden ist falsch. Die Leistung zählt, wie sie gemeldet wurde.',
  'Energy of this transaction in kWh.': 'Energie dieses Ladevorgangs in kWh.',
  'State of charge in percent, as last measured.': 'Ladezustand in Prozent, wie zuletzt gemessen.',
  'What it was told to draw at most, in kW.': 'Was ihm höchstens zu beziehen vorgegeben wurde, in kW.',
  'Delivered energy in percent of the planned, over 7 days; absent under an hour of charging.':
    'Abgegebene Energie in Prozent der geplanten, über 7 Tage; fehlt unter einer Stunde Laden.',
  'Number of the evse; absent: the whole station.': 'Nummer des Ladepunkts; fehlt: die ganze Ladestation.',
  'The station’s own code, such as GroundFailure.': 'Der eigene Code der Ladestation, etwa GroundFailure.',
  'What else it says about it.': 'Was sie sonst dazu sagt.',
  'Since when it is reported.': 'Seit wann es gemeldet wird.',
  'The identity with which it tried.': 'Die Identität, mit der sie es versucht hat.',
  'When it tried first.': 'Wann sie es zuerst versucht hat.',
  'When it tried last.': 'Wann sie es zuletzt versucht hat.',
  'How often it tried.': 'Wie oft sie es versucht hat.',
  'Why it was refused the last time, in a sentence.': 'Warum sie beim letzten Mal abgelehnt wurde, in einem Satz.',
  'The identities that tried to connect and were refused.':
    'Die Identitäten, die sich verbinden wollten und abgelehnt wurden.',
  'What the station was to do.': 'Was die Ladestation tun sollte.',
  'How far it is. waiting: for its station; sent: for the answer; failed: no answer; expired: it was not connected.':
    'Wie weit er ist. waiting: wartet auf seine Ladestation; sent: wartet auf die Antwort; failed: keine Antwort; expired: Sie war nicht verbunden.',
  'What the station answered, or why it failed.': 'Was die Ladestation geantwortet hat, oder warum er misslang.',
  'When it came to this status.': 'Wann er diesen Status erhielt.',
  'When it was received or sent.': 'Wann sie empfangen oder gesendet wurde.',
  'Whether it came from the station (in) or went to it (out).':
    'Ob sie von der Ladestation kam (in) oder zu ihr ging (out).',
  'OCPP’s name of the call, for its answer too.': 'Der Name, den OCPP dem Aufruf gibt, auch für seine Antwort.',
  'The message id, the same for a call and its answer.':
    'Die Kennung der Meldung, gleich für einen Aufruf und seine Antwort.',
  'The message, as it is.': 'Die Meldung, wie sie ist.',
  'The error code, where this is one.': 'Der Fehlercode, wo dies einer ist.',
  'The messages, newest first.': 'Die Meldungen, die neuesten zuerst.',
  'Pass it as `before` for the messages before these.': 'Als `before` für die Meldungen davor mitgeben.',
  'The password: 20 printable characters, shown this once.':
    'Das Passwort: 20 druckbare Zeichen, nur dieses eine Mal gezeigt.',
  'The same secret as 40 hexadecimal digits, as the AuthorizationKey of OCPP 1.6 takes it.':
    'Dasselbe Geheimnis als 40 hexadezimale Ziffern, wie der AuthorizationKey von OCPP 1.6 es nimmt.',
} satisfies Record<string, string>
