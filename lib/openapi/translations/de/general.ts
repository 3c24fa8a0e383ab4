/** What the API document says as a whole, its tags and its refusals, in German, by its English text. */
export const deGeneral = {
  'Vehicle registry': 'Fahrzeuge',
  Scheduling: 'Standzeiten',
  Locations: 'Standorte',
  'Charging stations': 'Ladestationen',
  Alarms: 'Alarme',
  Charging: 'Laden',
  Access: 'Zugang',
  Service: 'Betrieb',
  'Charging schedules and plans for electric buses and trucks: will every vehicle be ready when it leaves, and at what peak?':
    'Standzeiten und Ladepläne für Elektrobusse und -Lkw: Ist jedes Fahrzeug bereit, wenn es abfährt, und mit welcher Lastspitze?',
  '**Signing in.** Exchange a refresh token for an access token at `GET /auth/refreshAccessToken`, and send that as `Authorization: Bearer …` with every other call. It holds 8 hours.':
    '**Anmelden.** Tauschen Sie ein Refresh-Token bei `GET /auth/refreshAccessToken` gegen ein Zugriffstoken, und senden Sie dieses als `Authorization: Bearer …` mit jedem anderen Aufruf. Es gilt 8 Stunden.',
  '**Times** are ISO 8601. What you send needs `Z` or an offset; what you get is UTC with milliseconds. Only inside a `plan` they are epoch milliseconds. **SoC** is in percent, power in kW, energy in kWh, consumption in Wh/km. A property with no value is left out.':
    '**Zeiten** folgen ISO 8601. Was Sie senden, braucht `Z` oder einen Versatz; was Sie erhalten, ist UTC mit Millisekunden. Nur innerhalb eines `plan` sind es Epoch-Millisekunden. **SoC** (Ladezustand) steht in Prozent, Leistung in kW, Energie in kWh, Verbrauch in Wh/km. Eine Eigenschaft ohne Wert wird weggelassen.',
  '**Refusals** are RFC 9457 problem details. For 400 and 422 `errors` has all faults with their paths. Whatever the path, a stranger gets 401; a method that a path does not take is 405 with `Allow`.':
    '**Ablehnungen** sind Problem Details nach RFC 9457. Bei 400 und 422 nennt `errors` alle Fehler mit ihren Pfaden. Wer nicht angemeldet ist, erhält bei jedem Pfad 401; eine Methode, die ein Pfad nicht kennt, ergibt 405 mit `Allow`.',
  'This installation': 'Diese Installation',
  'The vehicles: what they can take, and where they belong.':
    'Die Fahrzeuge: was sie aufnehmen können und wohin sie gehören.',
  'When a vehicle is at a depot and what it needs before it leaves, and the plans that follow.':
    'Wann ein Fahrzeug in einem Depot steht und was es vor der Abfahrt braucht, und die Pläne, die daraus folgen.',
  'The depots: limit, base load, tariff, strategy, load and readiness.':
    'Die Depots: Limit, Grundlast, Tarif, Strategie, Last und Bereitschaft.',
  'The registry of the chargers that connect over OCPP, what each of them does now, and commands to them.':
    'Das Verzeichnis der Ladestationen, die sich über OCPP verbinden, was jede von ihnen gerade tut, und Befehle an sie.',
  'What is wrong at a depot, since when and what to do about it, and who sees to it.':
    'Was in einem Depot nicht stimmt, seit wann, was dagegen zu tun ist und wer sich darum kümmert.',
  'What the chargers report, so that plans follow reality.':
    'Was die Ladestationen melden, damit die Pläne der Wirklichkeit folgen.',
  'Tokens for integrations, and the staff.': 'Tokens für Anbindungen, und das Personal.',
  'Health, metrics and this description.': 'Zustand, Metriken und diese Beschreibung.',
  'Needs no access token.': 'Braucht kein Zugriffstoken.',
  'Record what the chargers report': 'Aufzeichnen, was die Ladestationen melden',
  'Idempotent by `id`, in any order. Each event stands for itself: a bad one never loses the others.':
    'Idempotent nach `id`, in beliebiger Reihenfolge. Jedes Ereignis steht für sich: Durch ein fehlerhaftes gehen die anderen nie verloren.',
  'A result for each event, in request order': 'Ein Ergebnis je Ereignis, in der Reihenfolge der Anfrage',
  'Whether the process answers': 'Ob der Prozess antwortet',
  'It does': 'Er antwortet',
  'The word ok.': 'Das Wort ok.',
  'Whether the database is reachable and migrated': 'Ob die Datenbank erreichbar und migriert ist',
  'A depot that waits for its plan and a wrong clock are named here, and leave the instance in service.':
    'Ein Depot, das auf seinen Plan wartet, und eine falsch gehende Uhr werden hier genannt; die Instanz bleibt dabei in Betrieb.',
  'It is': 'Sie ist es',
  'Metrics as Prometheus text': 'Metriken als Prometheus-Text',
  'A scraper holds one secret and cannot renew it: here the refresh token itself is taken as the bearer, too. One with the role `read` is enough; it ends when it is revoked.':
    'Ein Scraper hat ein einziges Geheimnis und kann es nicht erneuern: Hier gilt auch das Refresh-Token selbst als Bearer. Eines mit der Rolle `read` genügt; es endet, wenn es widerrufen wird.',
  'The metrics': 'Die Metriken',
  'This description': 'Diese Beschreibung',
  'OpenAPI 3.1': 'OpenAPI 3.1',
  'A URI that identifies the kind of problem; about:blank where the status says it all.':
    'Eine URI, die die Art des Problems bezeichnet; about:blank, wo der Status alles sagt.',
  'The kind of problem in words, the same for every problem of this status.':
    'Die Art des Problems in Worten, gleich für jedes Problem mit diesem Status.',
  'The HTTP status.': 'Der HTTP-Status.',
  'What is wrong here and what to do about it, a sentence for people.':
    'Was hier nicht stimmt und was dagegen zu tun ist, ein Satz für Menschen.',
  'The path that was called.': 'Der aufgerufene Pfad.',
  'With 400 and 422: every fault, not only the first. With 409: each of several schedules that overlap what is stored.':
    'Bei 400 und 422: jeder Fehler, nicht nur der erste. Bei 409: jede von mehreren Standzeiten, die sich mit Gespeichertem überschneiden.',
  'Where the fault is, such as schedules[3].targetSoC; empty for the body itself.':
    'Wo der Fehler ist, etwa schedules[3].targetSoC; leer für den Inhalt selbst.',
  'What to send instead.': 'Was stattdessen zu senden ist.',
  '`ok`: the database is reachable and migrated.': '`ok`: Die Datenbank ist erreichbar und migriert.',
  'The location that waits.': 'Der Standort, der wartet.',
  'Since when it has waited for a plan.': 'Seit wann er auf einen Plan wartet.',
  'Locations that have waited for a plan for over a minute, longest first, at most 100.':
    'Standorte, die seit über einer Minute auf einen Plan warten, der am längsten wartende zuerst, höchstens 100.',
  "By how much the database's clock is ahead of this instance's; only where they differ by over 2 s.":
    'Um wie viel die Uhr der Datenbank der Uhr dieser Instanz voraus ist; nur wo sie sich um mehr als 2 s unterscheiden.',
  'Only where the disk of the embedded database is full: reads go on, writes are refused with 503 until there is room.':
    'Nur wo die Platte der eingebauten Datenbank voll ist: Gelesen wird weiter, Schreiben wird mit 503 abgelehnt, bis Platz ist.',
  'What is free, in MB.': 'Was frei ist, in MB.',
  'What writing needs, in MB.': 'Was das Schreiben braucht, in MB.',
  'Malformed, or a value that is wrong by itself. `errors` has all faults.':
    'Fehlerhaft geformt, oder ein Wert, der für sich falsch ist. `errors` nennt alle Fehler.',
  'No valid token, or one without the permission that the call needs.':
    'Kein gültiges Token, oder eines ohne das Recht, das der Aufruf braucht.',
  'The scheme to use: Bearer': 'Das zu nutzende Verfahren: Bearer',
  'There is no such object, or it belongs to a location that the token does not see.':
    'Ein solches Objekt gibt es nicht, oder es gehört zu einem Standort, den das Token nicht sieht.',
  'The body has not come in within 60 s.': 'Der Inhalt ist nicht binnen 60 s angekommen.',
  'It conflicts with what is stored: a taken MAC address, an overlap, more removals than `maxRemoved`.':
    'Es widerspricht dem, was gespeichert ist: eine vergebene MAC-Adresse, eine Überschneidung, mehr Entfernungen als `maxRemoved`.',
  'The object has changed since the ETag in `If-Match` was read, or is gone.':
    'Das Objekt hat sich geändert, seit das ETag in `If-Match` gelesen wurde, oder es ist nicht mehr da.',
  'The body is over 5 MiB.': 'Der Inhalt ist größer als 5 MiB.',
  'The body is not `application/json` in UTF-8, or is compressed.':
    'Der Inhalt ist nicht `application/json` in UTF-8, oder er ist komprimiert.',
  'Values that are impossible together or with what is stored. `errors` has all faults.':
    'Werte, die zusammen oder mit dem Gespeicherten unmöglich sind. `errors` nennt alle Fehler.',
  'Too many attempts to get in, or too many large reads of one caller at once.':
    'Zu viele Versuche, hereinzukommen, oder zu viele große Abfragen eines Aufrufenden auf einmal.',
  'Seconds to wait': 'Sekunden, die zu warten sind',
  'A defect on our side; the log has it under the id in `detail`.':
    'Ein Fehler auf unserer Seite; das Log hat ihn unter der Kennung in `detail`.',
  'Too busy, too slow, or without its database: nothing of the call is stored. Try again.':
    'Zu beschäftigt, zu langsam oder ohne Datenbank: Nichts von dem Aufruf ist gespeichert. Versuchen Sie es noch einmal.',
  'The token of `GET /auth/refreshAccessToken`.': 'Das Token aus `GET /auth/refreshAccessToken`.',
  'A refresh token, for that one call only.': 'Ein Refresh-Token, nur für diesen einen Aufruf.',
} satisfies Record<string, string>
