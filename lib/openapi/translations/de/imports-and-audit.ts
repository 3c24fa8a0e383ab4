/** What the API document says of imports and audit, in German, by its English text. */
export const deImportsAndAudit = {
  'List who changed what, the latest first': 'Auflisten, wer was geändert hat, das Neueste zuerst',
  'Each change that a call or a command made has an entry with who made it, when and from where, and the properties before and after. Entries are written in the transaction of the change (a sign-in right after it) and are never altered or removed. What chargers report is not in it, nor are plans: charging events are a record of their own, and each schedule has the versions of its plan. A caller who is limited to locations sees the entries that concern one of these; of staff, tokens and sign-ins only those that reach no further.':
    'Jede Änderung durch einen Aufruf oder einen Befehl hat einen Eintrag: wer sie gemacht hat, wann und von wo, und die Eigenschaften davor und danach. Einträge werden in der Transaktion der Änderung geschrieben (bei einer Anmeldung gleich danach) und nie geändert oder entfernt. Was Ladestationen melden, steht nicht darin, auch Pläne nicht: Ladeereignisse sind eine eigene Aufzeichnung, und jede Standzeit hat die Fassungen ihres Plans. Wer auf Standorte beschränkt ist, sieht die Einträge, die einen davon betreffen, und von Personal, Tokens und Anmeldungen nur solche, die nicht weiter reichen.',
  'Only changes at or after this time.': 'Nur Änderungen zu oder nach dieser Zeit.',
  'Only changes before this time.': 'Nur Änderungen vor dieser Zeit.',
  'Only changes of this kind of object.': 'Nur Änderungen an dieser Art von Objekt.',
  'Only creations, changes or deletions.': 'Nur Angelegtes, Geändertes oder Gelöschtes.',
  'Only changes of the object with this id; of an occurrence, those of its rule too.':
    'Nur Änderungen des Objekts mit dieser Kennung; bei einem Termin auch die seiner Regel.',
  'Only changes of this vehicle and of its schedules.': 'Nur Änderungen dieses Fahrzeugs und seiner Standzeiten.',
  'Only changes that concern this location.': 'Nur Änderungen, die diesen Standort betreffen.',
  'Only changes by the member of staff or the token with this id.':
    'Nur Änderungen der Person oder des Tokens mit dieser Kennung.',
  'Only entries before the one with this id.': 'Nur Einträge vor dem mit dieser Kennung.',
  'The entries': 'Die Einträge',
  'List the imports, the latest first': 'Die Importe auflisten, den neuesten zuerst',
  'Of what an import left out, and of what undoing it left as it is, the first 20 each: the import alone has all.':
    'Von dem, was ein Import ausließ, und von dem, was beim Rückgängigmachen blieb, wie es ist, je die ersten 20; alles steht nur beim Import selbst.',
  'Only imports for this location.': 'Nur Importe für diesen Standort.',
  'Only imports of files, or only changes of many vehicles by hand (`edit`).':
    'Nur Importe von Dateien, oder nur Änderungen vieler Fahrzeuge von Hand (`edit`).',
  'How many at most; 100 where it is left out, and never more.': 'Höchste Anzahl; weggelassen: 100, und nie mehr.',
  'The imports': 'Die Importe',
  'The latest first.': 'Das Neueste zuerst.',
  'Import vehicles and schedules that can be undone':
    'Fahrzeuge und Standzeiten so importieren, dass es sich rückgängig machen lässt',
  'For files: each vehicle with its schedules is one transaction, all of it or none of it, and one vehicle’s error does not touch another’s. Nothing is removed, and the same again changes nothing. A long file comes in several calls, each with the `id` of the first answer: who stops in between leaves whole vehicles. An import takes a day and 1,000 calls at most. Vehicles that a call has no time for get 503 in `results`: send them again with the `id`. With dryRun nothing is written and each result says what would change.':
    'Für Dateien: Jedes Fahrzeug mit seinen Standzeiten ist eine Transaktion, ganz oder gar nicht, und der Fehler eines Fahrzeugs berührt kein anderes. Nichts wird entfernt, und dasselbe noch einmal ändert nichts. Eine lange Datei kommt in mehreren Aufrufen, jeder mit der `id` der ersten Antwort: Wer dazwischen aufhört, hinterlässt ganze Fahrzeuge. Ein Import dauert höchstens einen Tag und hat höchstens 1.000 Aufrufe. Fahrzeuge, für die in einem Aufruf keine Zeit ist, erhalten 503 in `results`: Senden Sie sie mit der `id` noch einmal. Mit dryRun wird nichts geschrieben, und jedes Ergebnis sagt, was sich ändern würde.',
  'With true the answer says what would change, and nothing is written.':
    'Mit true sagt die Antwort, was sich ändern würde, und nichts wird geschrieben.',
  'What became of each vehicle': 'Was aus jedem Fahrzeug wurde',
  'Get an import': 'Einen Import abrufen',
  'The id of the import.': 'Kennung des Imports.',
  'The import': 'Der Import',
  'Undo an import': 'Einen Import rückgängig machen',
  'For a day after it: what the import created goes, what it changed gets its values from before, each vehicle in one transaction. What was changed since, and schedules that have begun, stay as they are and are listed; so is what there was no time for, which is undone by asking again. With dryRun the answer says the same, and nothing is written. 409 once the day is over, where it was undone or went on meanwhile, or where it changed more than the locations that you are limited to.':
    'Einen Tag lang danach: Was der Import angelegt hat, verschwindet, was er geändert hat, erhält seine Werte von vorher, jedes Fahrzeug in einer Transaktion. Was seither geändert wurde, und Standzeiten, die begonnen haben, bleiben und werden aufgeführt; ebenso das, wofür keine Zeit war: Das wird rückgängig gemacht, wenn Sie noch einmal fragen. Mit dryRun sagt die Antwort dasselbe, und nichts wird geschrieben. 409, wenn der Tag vorbei ist, wenn der Import schon rückgängig gemacht wurde oder inzwischen weiterging, oder wenn er mehr geändert hat als die Standorte, auf die Sie beschränkt sind.',
  'With true nothing is written.': 'Mit true wird nichts geschrieben.',
  'What was taken back, and what stays': 'Was zurückgenommen wurde und was bleibt',
  'The vehicle as the request named it.': 'Das Fahrzeug, wie die Anfrage es nannte.',
  'A result for each vehicle, in request order.': 'Ein Ergebnis je Fahrzeug, in der Reihenfolge der Anfrage.',
  'The id of the vehicle.': 'Kennung des Fahrzeugs.',
  'What was changed: a depot’s settings, a vehicle, a schedule (dated or recurring), a charging station, something that a station was told to do, an alarm, a depot’s simulation, a member of staff, a refresh token, a sign-in, or the whole database, which was put back from a backup.':
    'Was geändert wurde: die Einstellungen eines Depots, ein Fahrzeug, eine Standzeit (datiert oder wiederkehrend), eine Ladestation, etwas, das einer Ladestation befohlen wurde, ein Alarm, die Simulation eines Depots, eine Person des Personals, ein Refresh-Token, eine Anmeldung, oder die ganze Datenbank, die aus einer Sicherung wiederhergestellt wurde.',
  'What was done: `created`, `changed` or `deleted`.':
    'Was getan wurde: `created` (angelegt), `changed` (geändert) oder `deleted` (gelöscht).',
  'Where an import comes from: a file, or a change of many vehicles by hand (`edit`): neither the board nor an alarm tells of it, and a vehicle that does not exist is 404 and not created.':
    'Woher ein Import kommt: aus einer Datei, oder eine Änderung vieler Fahrzeuge von Hand (`edit`): Davon sagen weder die Tafel noch ein Alarm etwas, und ein Fahrzeug, das es nicht gibt, ist 404 und wird nicht angelegt.',
  'The import that this goes on with, from the answer before. Left out: a new one begins.':
    'Der Import, den dies fortsetzt, aus der vorigen Antwort. Weggelassen: Ein neuer beginnt.',
  'The location that the import is for; schedules that name none are there.':
    'Der Standort, für den der Import ist; Standzeiten, die keinen nennen, sind dort.',
  'What people call it: the name of the file.': 'Wie Menschen ihn nennen: der Name der Datei.',
  '`file` (the default), or `edit` for a change of many vehicles by hand: neither the board nor an alarm tells of it, and it creates no vehicle. An import keeps the one that it began with.':
    '`file` (die Vorgabe), oder `edit` für eine Änderung vieler Fahrzeuge von Hand: Davon sagen weder die Tafel noch ein Alarm etwas, und es legt kein Fahrzeug an. Ein Import behält, womit er begonnen hat.',
  'Rows of the file that you do not send, so that people find them again.':
    'Zeilen der Datei, die Sie nicht senden, damit man sie wiederfindet.',
  'What is said of each vehicle, each vehicle once, at most 200.':
    'Was von jedem Fahrzeug gesagt wird, jedes Fahrzeug einmal, höchstens 200.',
  'Which row of the file, or which vehicle.': 'Welche Zeile der Datei, oder welches Fahrzeug.',
  'Why it was not imported, a sentence for people.': 'Warum es nicht importiert wurde, ein Satz für Menschen.',
  'Its attributes: a vehicle that there is not yet is created with them, one that there is gets these and keeps the rest. Left out: it is there and stays as it is.':
    'Seine Attribute: Ein Fahrzeug, das es noch nicht gibt, wird damit angelegt, eines, das es gibt, erhält diese und behält die übrigen. Weggelassen: Es ist da und bleibt, wie es ist.',
  'Its schedules, recognised by their departures; none is removed.':
    'Seine Standzeiten, an ihren Abfahrten erkannt; keine wird entfernt.',
  'Pass it as `before` for the entries before these; left out: there are none.':
    'Als `before` für die Einträge davor mitgeben; weggelassen: Es gibt keine.',
  'The id of the entry.': 'Kennung des Eintrags.',
  'When the change was made.': 'Wann die Änderung gemacht wurde.',
  'A member of staff, a refresh token, or Readyline itself.':
    'Eine Person des Personals, ein Refresh-Token oder Readyline selbst.',
  'The id of the member of staff or of the token.': 'Kennung der Person oder des Tokens.',
  'Its name at that time.': 'Der Name zu dieser Zeit.',
  'Who made the change.': 'Wer die Änderung gemacht hat.',
  'The network address that the call came from; left out: it came by no call.':
    'Die Netzadresse, von der der Aufruf kam; weggelassen: Es war kein Aufruf.',
  'The `X-Request-Id` of the call, which lines of the log have too.':
    'Die `X-Request-Id` des Aufrufs, die auch in den Zeilen des Logs steht.',
  'The id of what was changed.': 'Kennung dessen, was geändert wurde.',
  'The id of the vehicle that it is about or belongs to.':
    'Kennung des Fahrzeugs, um das es geht oder zu dem es gehört.',
  'The ids of the locations that it concerns.': 'Kennungen der Standorte, die es betrifft.',
  'The properties as they were: only those that differ. Left out: it was not there.':
    'Die Eigenschaften, wie sie waren: nur solche, die sich unterscheiden. Weggelassen: Es war nicht da.',
  'The properties as they are since: only those that differ. Left out: it is gone.':
    'Die Eigenschaften, wie sie seither sind: nur solche, die sich unterscheiden. Weggelassen: Es ist nicht mehr da.',
  'The location that it was for.': 'Der Standort, für den er war.',
  '`file`, or `edit` for a change of many vehicles by hand.':
    '`file`, oder `edit` für eine Änderung vieler Fahrzeuge von Hand.',
  'The name of the person or token that made it.': 'Name der Person oder des Tokens, von der oder dem er stammt.',
  'When it began, ISO 8601.': 'Wann er begann, ISO 8601.',
  'When the last of it came, ISO 8601.': 'Wann der letzte Teil davon kam, ISO 8601.',
  'How many vehicles it was for and did.': 'Für wie viele Fahrzeuge er war und gelang.',
  'How many schedules it brought.': 'Wie viele Standzeiten er brachte.',
  'What was not imported, and why: at most 1,000. Whose access is limited to locations is told the reasons of their own imports only.':
    'Was nicht importiert wurde, und warum: höchstens 1.000. Wer auf Standorte beschränkt ist, erfährt die Gründe nur bei eigenen Importen.',
  'How many of them there are, also where a list of imports gives the first 20 only.':
    'Wie viele es sind, auch wo eine Liste von Importen nur die ersten 20 nennt.',
  'Until when it can be undone, ISO 8601.': 'Bis wann er sich rückgängig machen lässt, ISO 8601.',
  'That it was undone; left out where it was not.': 'Dass er rückgängig gemacht wurde; weggelassen, wo nicht.',
  'When, ISO 8601.': 'Wann, ISO 8601.',
  'The name of the person or token.': 'Name der Person oder des Tokens.',
  'How many changes were taken back.': 'Wie viele Änderungen zurückgenommen wurden.',
  'What stays as it is, and why: at most 1,000. Left empty for whose access is limited to locations, but for their own imports.':
    'Was bleibt, wie es ist, und warum: höchstens 1.000. Leer für alle, die auf Standorte beschränkt sind, außer bei eigenen Importen.',
  'What it is.': 'Was es ist.',
  'Why it stays as it is, a sentence for people.': 'Warum es bleibt, wie es ist, ein Satz für Menschen.',
  'The id of the import, with which it goes on or is undone; left out with dryRun.':
    'Kennung des Imports, mit der er fortgesetzt oder rückgängig gemacht wird; mit dryRun weggelassen.',
  'The HTTP status that the vehicle alone would have.': 'Der HTTP-Status, den das Fahrzeug allein hätte.',
  'Why nothing of it was imported; absent where all of it was.':
    'Warum nichts davon importiert wurde; fehlt, wo alles importiert wurde.',
  'With dryRun: what would become of the vehicle; left out: it stays as it is.':
    'Mit dryRun: was aus dem Fahrzeug würde; weggelassen: Es bleibt, wie es ist.',
  'The vehicle as it is; left out: it is new.': 'Das Fahrzeug, wie es ist; weggelassen: Es ist neu.',
  'The vehicle as it would be.': 'Das Fahrzeug, wie es wäre.',
  'How many changes are taken back.': 'Wie viele Änderungen zurückgenommen werden.',
  'What stays as it is, and why.': 'Was bleibt, wie es ist, und warum.',
} satisfies Record<string, string>
