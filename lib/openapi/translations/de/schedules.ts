/** What the API document says of schedules, in German, by its English text. */
export const deSchedules = {
  'Needs the permission `read`.': 'Braucht das Recht `read`.',
  'Needs the permission `write`.': 'Braucht das Recht `write`.',
  'Needs the permission `admin`.': 'Braucht das Recht `admin`.',
  'What is left out, or null, goes back to its default. A new `timeZone` keeps the wall-clock times of recurring schedules and the instants of dated ones; where schedules would then overlap, nothing is changed and the 409 names them.':
    'Was weggelassen wird oder null ist, erhält wieder seinen Vorgabewert. Eine neue `timeZone` lässt wiederkehrenden Standzeiten ihre Uhrzeiten und datierten ihre Zeitpunkte; wo sich Standzeiten dann überschneiden würden, wird nichts geändert, und die 409 nennt sie.',
  'JSON Merge Patch (RFC 7396): objects merge, arrays replace, null clears. A new `timeZone` keeps the wall-clock times of recurring schedules and the instants of dated ones; where schedules would then overlap, nothing is changed and the 409 names them.':
    'JSON Merge Patch (RFC 7396): Objekte werden zusammengeführt, Listen ersetzt, null löscht. Eine neue `timeZone` lässt wiederkehrenden Standzeiten ihre Uhrzeiten und datierten ihre Zeitpunkte; wo sich Standzeiten dann überschneiden würden, wird nichts geändert, und die 409 nennt sie.',
  'List a location’s schedules in a range': 'Die Standzeiten eines Standorts in einem Zeitraum auflisten',
  '`schedules` holds the dated schedules and every occurrence of a rule, so that it alone says what will happen; `recurringSchedules` holds the rules. A plan that our planner made comes with its `explanation`. `plan=false` leaves the plans out, and what is said of them.':
    '`schedules` enthält die datierten Standzeiten und jeden Termin einer Regel, sagt also allein, was geschehen wird; `recurringSchedules` enthält die Regeln. Ein Plan aus unserer Planung kommt mit seiner `explanation`. `plan=false` lässt die Pläne weg und was über sie gesagt wird.',
  'The beginning of the range, ISO 8601 or epoch milliseconds. With `to` alone: 24 hours before it.':
    'Beginn des Zeitraums, ISO 8601 oder Epoch-Millisekunden. Mit `to` allein: 24 Stunden davor.',
  'The end of the range, at most 92 days after `from`. With `from` alone: 14 days after it.':
    'Ende des Zeitraums, höchstens 92 Tage nach `from`. Mit `from` allein: 14 Tage danach.',
  'With false the plans are left out; true by default.': 'Mit false werden die Pläne weggelassen; Vorgabe true.',
  'The schedules, by arrival, then id': 'Die Standzeiten, nach Ankunft, dann Kennung',
  'Reconcile many vehicles in one call': 'Viele Fahrzeuge in einem Aufruf abgleichen',
  'Each vehicle is a transaction of its own: one vehicle’s error does not touch another’s.':
    'Jedes Fahrzeug ist eine eigene Transaktion: Der Fehler eines Fahrzeugs berührt kein anderes.',
  'With true the answer also says what would be created, updated and removed, and nothing is written.':
    'Mit true sagt die Antwort auch, was angelegt, geändert und entfernt würde, und nichts wird geschrieben.',
  'If more schedules than this would be removed, nothing is changed and the answer is 409.':
    'Wenn mehr Standzeiten als diese entfernt würden, wird nichts geändert, und die Antwort ist 409.',
  'A result for each vehicle, in request order': 'Ein Ergebnis je Fahrzeug, in der Reihenfolge der Anfrage',
  'The HTTP status that the call for this vehicle alone would have.':
    'Der HTTP-Status, den der Aufruf für dieses Fahrzeug allein hätte.',
  'Why it was refused; absent where it was not.': 'Warum es abgelehnt wurde; fehlt, wo es das nicht wurde.',
  'The id of each entry that was not skipped, in request order.':
    'Die Kennung jedes Eintrags, der nicht übersprungen wurde, in der Reihenfolge der Anfrage.',
  'The schedules that were removed because no entry matched them.':
    'Die Standzeiten, die entfernt wurden, weil kein Eintrag zu ihnen passte.',
  'Entries that ended before now and match no stored schedule.':
    'Einträge, die schon geendet haben und zu keiner gespeicherten Standzeit passen.',
  'With dryRun: what would be created.': 'Mit dryRun: was angelegt würde.',
  'With dryRun: what would be changed.': 'Mit dryRun: was geändert würde.',
  'With dryRun: what would be removed.': 'Mit dryRun: was entfernt würde.',
  'Let two vehicles of a location exchange their duties':
    'Zwei Fahrzeuge eines Standorts ihre Einsätze tauschen lassen',
  'Each takes over what the other was to leave for: departure, target, minimum, priority and `blockId`. Arrivals, ids, `externalId` and charges stay with the vehicles, and so do the schedules that follow. One transaction: both or neither. A plan that is frozen is thawed. Sent again with the same ids it takes the swap back. 409 where a schedule has ended, where its departure is another than you read, or where a vehicle would still be here when its next schedule begins; 422 where the schedules are of one vehicle or of two locations, or where a vehicle arrives too late for the departure that it would take, or one of them is a rule (name one of its occurrences).':
    'Jedes übernimmt, wozu das andere abfahren sollte: Abfahrt, Ziel, Minimum, Priorität und `blockId`. Ankünfte, Kennungen, `externalId` und Ladungen bleiben bei den Fahrzeugen, ebenso die folgenden Standzeiten. Eine Transaktion: beide oder keine. Die Fixierung eines Plans wird aufgehoben. Mit denselben Kennungen noch einmal gesendet, nimmt es den Tausch zurück. 409, wo eine Standzeit geendet hat, wo ihre Abfahrt eine andere ist, als Sie gelesen haben, oder wo ein Fahrzeug noch hier wäre, wenn seine nächste Standzeit beginnt; 422, wo die Standzeiten zu einem Fahrzeug oder zu zwei Standorten gehören, wo ein Fahrzeug zu spät ankommt für die Abfahrt, die es übernähme, oder wo eine davon eine Regel ist (nennen Sie einen ihrer Termine).',
  'With true the answer also has both schedules as they are and as they would be, and nothing is written.':
    'Mit true hat die Antwort auch beide Standzeiten, wie sie sind und wie sie wären, und nichts wird geschrieben.',
  'What was swapped': 'Was getauscht wurde',
  'Get one schedule, rule or occurrence by its id':
    'Eine Standzeit, eine Regel oder einen Termin nach der Kennung abrufen',
  'The id of the schedule, the rule or the occurrence.': 'Kennung der Standzeit, der Regel oder des Termins.',
  'The schedule': 'Die Standzeit',
  'Charge a vehicle at full power from now on': 'Ein Fahrzeug von jetzt an mit voller Leistung laden',
  'The vehicle that is here charges with all that it takes and the limit leaves, whatever the strategy says, before all others, which are planned around it. It ends by itself: at the target, at the departure, or when the vehicle is unplugged; until then the schedule has `chargeNow`. Asked again it goes on as it is. What it does to the peak and to the others is told before by POST /locations/{locationUid}/plan?dryRun=true with `schedules: [{ "id": …, "chargeNow": true }]`. 409 with the reason where the vehicle cannot: it is not here, has its target, its plan is frozen, it is not scheduled or not known well enough, its schedule has ended or is a rule (name one of its occurrences).':
    'Das Fahrzeug, das hier ist, lädt mit allem, was es aufnimmt und das Limit übrig lässt, gleich was die Strategie sagt, vor allen anderen, die darum herum geplant werden. Es endet von selbst: am Ziel, bei der Abfahrt, oder wenn das Fahrzeug abgesteckt wird; bis dahin hat die Standzeit `chargeNow`. Noch einmal verlangt, geht es weiter wie bisher. Was es mit der Spitze und den anderen macht, sagt vorher POST /locations/{locationUid}/plan?dryRun=true mit `schedules: [{ "id": …, "chargeNow": true }]`. 409 mit dem Grund, wo das Fahrzeug nicht kann: Es ist nicht hier, hat sein Ziel, sein Plan ist fixiert, es wird nicht geplant oder ist nicht gut genug bekannt, seine Standzeit hat geendet oder ist eine Regel (nennen Sie einen ihrer Termine).',
  'The id of the schedule or the occurrence.': 'Kennung der Standzeit oder des Termins.',
  'With true the answer also has the schedule as it is and as it would be, and nothing is written.':
    'Mit true hat die Antwort auch die Standzeit, wie sie ist und wie sie wäre, und nichts wird geschrieben.',
  'What was done': 'Was getan wurde',
  'Give a vehicle that charges at full power back to its plan':
    'Ein Fahrzeug, das mit voller Leistung lädt, seinem Plan zurückgeben',
  'One that has ended already, or was never asked for, changes nothing.':
    'Hat es schon geendet oder wurde es nie verlangt, ändert das nichts.',
  'It charges by the strategy again': 'Es lädt wieder nach der Strategie',
  Deleted: 'Gelöscht',
  'List a vehicle’s departures with their states': 'Die Abfahrten eines Fahrzeugs mit ihrem Status auflisten',
  'What the readiness boards of its depots say: the states are the same.':
    'Was die Abfahrtstafeln seiner Depots sagen: Der Status ist derselbe.',
  'The last departure, at most 31 days ahead; 14 days ahead by default.':
    'Die letzte Abfahrt, höchstens 31 Tage voraus; Vorgabe: 14 Tage voraus.',
  'The departures': 'Die Abfahrten',
  'List a vehicle’s schedules in a range': 'Die Standzeiten eines Fahrzeugs in einem Zeitraum auflisten',
  '`schedules` holds the dated schedules and every occurrence of a rule, which names its rule; `recurringSchedules` holds the rules with an occurrence in the range. `plan=false` leaves the plans out.':
    '`schedules` enthält die datierten Standzeiten und jeden Termin einer Regel, der seine Regel nennt; `recurringSchedules` enthält die Regeln mit einem Termin im Zeitraum. `plan=false` lässt die Pläne weg.',
  'Create schedules, or reconcile all upcoming ones': 'Standzeiten anlegen, oder alle kommenden abgleichen',
  'The call for most integrations: send all upcoming schedules with `replaceFutureSchedules`, and they are created, updated and deleted as needed. A schedule is recognised by its departure time.':
    'Der Aufruf für die meisten Anbindungen: Senden Sie alle kommenden Standzeiten mit `replaceFutureSchedules`, und sie werden nach Bedarf angelegt, geändert und gelöscht. Eine Standzeit wird an ihrer Abfahrtszeit erkannt.',
  'The ids in request order, and what went': 'Die Kennungen in der Reihenfolge der Anfrage, und was entfernt wurde',
  'Change schedules by their ids': 'Standzeiten nach ihren Kennungen ändern',
  'What was applied and what was skipped': 'Was angewendet und was übersprungen wurde',
  'Get the schedule that ended last and the current or next one':
    'Die zuletzt beendete und die laufende oder nächste Standzeit abrufen',
  'The schedules, where there are any': 'Die Standzeiten, soweit es welche gibt',
  'Delete a schedule, end a rule, or skip one occurrence of it':
    'Eine Standzeit löschen, eine Regel beenden oder einen ihrer Termine auslassen',
  'See what the last replans changed of a schedule’s plan':
    'Sehen, was die letzten Neuplanungen am Plan einer Standzeit geändert haben',
  'Newest first, each with its cause. Both sides speak of the time from that replan on: what had elapsed by then is the same. Empty where the schedule was planned once, or never.':
    'Die neueste zuerst, jede mit ihrem Anlass. Beide Seiten sprechen von der Zeit ab dieser Neuplanung: Was bis dahin verstrichen war, ist dasselbe. Leer, wo die Standzeit einmal oder nie geplant wurde.',
  'The changes': 'Die Änderungen',
  'Find what would end a schedule’s shortfall': 'Finden, was die Fehlmenge einer Standzeit beenden würde',
  'The smallest fix of each kind, for the depot as it is now; each is proven by planning with it. Computed when asked for, one at a time: it takes up to some seconds, and with `incomplete` it was ended before every kind was tried. `swap` is applied by POST /schedules/swap with both schedules, `raise-limit` by a PATCH of the location with its `powerLimits`, the others by a PATCH of the schedule (`targetSoC` and `minimumSoC`, `plannedDepartureTime`, `priority`). A schedule that reaches its target has no `shortfall` and no fixes. One that is not planned is 409 with the reason: it has ended, is frozen, is a rule (ask for one of its occurrences), begins in more than 14 days, or its vehicle is not scheduled or not known well enough.':
    'Die kleinste Abhilfe jeder Art, für das Depot, wie es jetzt ist; jede ist durch eine Planung mit ihr bewiesen. Sie wird auf Anfrage berechnet, eine nach der anderen: Das dauert bis zu einigen Sekunden, und mit `incomplete` wurde es beendet, bevor jede Art versucht war. `swap` wird mit POST /schedules/swap und beiden Standzeiten angewendet, `raise-limit` mit einem PATCH des Standorts und seinen `powerLimits`, die anderen mit einem PATCH der Standzeit (`targetSoC` und `minimumSoC`, `plannedDepartureTime`, `priority`). Eine Standzeit, die ihr Ziel erreicht, hat keine `shortfall` und keine Abhilfen. Eine, die nicht geplant wird, ist 409 mit dem Grund: Sie hat geendet, ist fixiert, ist eine Regel (fragen Sie nach einem ihrer Termine), beginnt in mehr als 14 Tagen, oder ihr Fahrzeug wird nicht geplant oder ist nicht gut genug bekannt.',
  'The shortfall, and what would end it': 'Die Fehlmenge, und was sie beenden würde',
  'The location. Left out: the vehicle’s, where it has exactly one.':
    'Der Standort. Weggelassen: der des Fahrzeugs, wo es genau einen hat.',
  'When the vehicle arrives, ISO 8601 with Z or an offset; of a rule the first arrival.':
    'Wann das Fahrzeug ankommt, ISO 8601 mit Z oder einem Versatz; bei einer Regel die erste Ankunft.',
  'When it leaves, later than the arrival and at most 31 days after it. A vehicle has one schedule with a departure time: that is how a schedule is recognised.':
    'Wann es abfährt, später als die Ankunft und höchstens 31 Tage danach. Ein Fahrzeug hat eine einzige Standzeit mit einer Abfahrtszeit: Daran wird eine Standzeit erkannt.',
  'An entry that was read as an occurrence: it is taken as a dated stay, its rule is ignored.':
    'Ein Eintrag, der als Termin gelesen wurde: Er gilt als datierte Standzeit, seine Regel wird nicht beachtet.',
  'State of charge on arrival, in percent. Left out: as measured, estimated from the last known, or assumed by the location.':
    'Ladezustand bei der Ankunft, in Prozent. Weggelassen: wie gemessen, aus dem letzten bekannten geschätzt oder vom Standort angenommen.',
  'State of charge that is wanted at the departure, in percent. Left out: the location’s default at that moment. Above 0 and at most 1 is refused: it looks like a fraction of one.':
    'Ladezustand, der bei der Abfahrt gewünscht ist, in Prozent. Weggelassen: die Vorgabe des Standorts in diesem Augenblick. Über 0 und höchstens 1 wird abgelehnt: Es sieht nach einem Anteil von eins aus.',
  'State of charge that the next duty needs, in percent. Left out: the location’s. A minimum above the target is charged all the same.':
    'Ladezustand, den der nächste Einsatz braucht, in Prozent. Weggelassen: der des Standorts. Ein Minimum über dem Ziel wird trotzdem geladen.',
  'Whole number from -100 to 100, 0 by default; higher goes first where there is not enough for all.':
    'Ganze Zahl von -100 bis 100, Vorgabe 0; wo es nicht für alle reicht, geht die höhere vor.',
  'Your own reference, stored and given back.': 'Ihr eigenes Kennzeichen, wird gespeichert und zurückgegeben.',
  'Your own reference of the vehicle’s duty, stored and given back.':
    'Ihr eigenes Kennzeichen für den Einsatz des Fahrzeugs, wird gespeichert und zurückgegeben.',
  'RFC 5545 RRULE value, without prefix and DTSTART: it makes this a rule, whose first arrival is plannedArrivalTime, in the location’s time zone.':
    'RRULE-Wert nach RFC 5545, ohne Präfix und DTSTART: Er macht dies zu einer Regel, deren erste Ankunft plannedArrivalTime ist, in der Zeitzone des Standorts.',
  'A plan of your own, which is kept; null drops the plan. Left out: the plan stays.':
    'Ein eigener Plan, der erhalten bleibt; null entfernt den Plan. Weggelassen: Der Plan bleibt.',
  'Where your plan comes from; with frozen the planner does not replace it.':
    'Woher Ihr Plan kommt; mit frozen ersetzt die Planung ihn nicht.',
  'What is posted for each vehicle, each vehicle once, at most 500.':
    'Was für jedes Fahrzeug gesendet wird, jedes Fahrzeug einmal, höchstens 500.',
  'If more schedules than this would be removed, nothing is changed and the answer is 409; in a batch it counts all vehicles.':
    'Wenn mehr Standzeiten als diese entfernt würden, wird nichts geändert, und die Antwort ist 409; in einem Stapel zählt es alle Fahrzeuge.',
  'True: schedules of the vehicle that depart in the future and are not among the entries are removed, ongoing ones and rules too. False by default.':
    'True: Standzeiten des Fahrzeugs, die in der Zukunft abfahren und nicht unter den Einträgen sind, werden entfernt, auch laufende und Regeln. Vorgabe false.',
  'The entries, at most 1,000.': 'Die Einträge, höchstens 1.000.',
  'A dated schedule, or one occurrence of a rule.': 'Eine datierte Standzeit, oder ein Termin einer Regel.',
  'Its departure as you read it: where it is another by now, nothing is changed and the answer is 409. Left out: whatever it is.':
    'Ihre Abfahrt, wie Sie sie gelesen haben: Ist es inzwischen eine andere, wird nichts geändert, und die Antwort ist 409. Weggelassen: welche auch immer es ist.',
  'The two schedules, of two vehicles at one location.': 'Die zwei Standzeiten, von zwei Fahrzeugen an einem Standort.',
  'The changes, at most 1,000, each schedule once.': 'Die Änderungen, höchstens 1.000, jede Standzeit einmal.',
  'The schedule, the rule, or one occurrence of it.': 'Die Standzeit, die Regel oder ein Termin von ihr.',
  'Another location. Left out: it stays.': 'Ein anderer Standort. Weggelassen: Er bleibt.',
  'When it leaves, later than the arrival and at most 31 days after it. A vehicle has one schedule with a departure time: that is how a schedule is recognised. At or before now it ends the schedule.':
    'Wann es abfährt, später als die Ankunft und höchstens 31 Tage danach. Ein Fahrzeug hat eine einzige Standzeit mit einer Abfahrtszeit: Daran wird eine Standzeit erkannt. Jetzt oder davor beendet die Standzeit.',
  'False brings an occurrence that was skipped back as its rule says, with what else is sent; one that was not skipped stays as it is.':
    'False bringt einen ausgelassenen Termin zurück, wie seine Regel ihn sagt, mit dem, was sonst gesendet wird; ein nicht ausgelassener bleibt, wie er ist.',
  'The position of the entry in the request, from 0.': 'Die Stelle des Eintrags in der Anfrage, ab 0.',
  'Why it changes nothing, a sentence for people.': 'Warum er nichts ändert, ein Satz für Menschen.',
  'Its id; an occurrence’s is the rule’s and the local date of its original arrival.':
    'Die eigene Kennung; bei einem Termin die der Regel und das lokale Datum seiner ursprünglichen Ankunft.',
  'When the vehicle arrives, ISO 8601 in UTC; of a rule the first arrival.':
    'Wann das Fahrzeug ankommt, ISO 8601 in UTC; bei einer Regel die erste Ankunft.',
  'When it leaves, ISO 8601 in UTC; of a rule the first departure.':
    'Wann es abfährt, ISO 8601 in UTC; bei einer Regel die erste Abfahrt.',
  'State of charge on arrival, in percent: measured, else as it was posted; absent where neither is known.':
    'Ladezustand bei der Ankunft, in Prozent: gemessen, sonst wie gesendet; fehlt, wo beides nicht bekannt ist.',
  'State of charge that is wanted at the departure, in percent.':
    'Ladezustand, der bei der Abfahrt gewünscht ist, in Prozent.',
  'State of charge that the next duty needs, in percent; absent where the location’s holds. A minimum above the target is charged all the same.':
    'Ladezustand, den der nächste Einsatz braucht, in Prozent; fehlt, wo der des Standorts gilt. Ein Minimum über dem Ziel wird trotzdem geladen.',
  'From -100 to 100; higher goes first where there is not enough for all.':
    'Von -100 bis 100; wo es nicht für alle reicht, geht die höhere vor.',
  'The sender’s own reference.': 'Das eigene Kennzeichen des Absenders.',
  'The sender’s own reference of the vehicle’s duty.':
    'Das eigene Kennzeichen des Absenders für den Einsatz des Fahrzeugs.',
  'RFC 5545 RRULE value, of a rule and of its occurrences.': 'RRULE-Wert nach RFC 5545, einer Regel und ihrer Termine.',
  'On an occurrence the id of its rule.': 'Bei einem Termin die Kennung seiner Regel.',
  'While its vehicle charges at full power whatever the strategy says: since when, and by whose word. Of a schedule that is over: that it did until its departure. Set by POST /schedules/{scheduleId}/charge-now.':
    'Solange ihr Fahrzeug mit voller Leistung lädt, gleich was die Strategie sagt: seit wann und auf wessen Anordnung. Bei einer beendeten Standzeit: dass es das bis zur Abfahrt tat. Gesetzt durch POST /schedules/{scheduleId}/charge-now.',
  'The plan for this stay, where there is one.': 'Der Plan für diese Standzeit, wo es einen gibt.',
  'When, why and by which strategy the plan was made.':
    'Wann, warum und nach welcher Strategie der Plan gemacht wurde.',
  'Beside a plan that our planner made: why it is as it is.':
    'Neben einem Plan aus unserer Planung: warum er ist, wie er ist.',
  'Since when, ISO 8601.': 'Seit wann, ISO 8601.',
  'The name of the person or token that asked for it.':
    'Name der Person oder des Tokens, die oder das es verlangt hat.',
  'The schedule as it is stored.': 'Die Standzeit, wie sie gespeichert ist.',
  'The schedule as it would be.': 'Die Standzeit, wie sie wäre.',
  'The rules with an occurrence in the range.': 'Die Regeln mit einem Termin im Zeitraum.',
  'Dated schedules and every occurrence in the range, by arrival, then id.':
    'Datierte Standzeiten und jeder Termin im Zeitraum, nach Ankunft, dann Kennung.',
  'True: it is done, or with dryRun could be.': 'True: Es ist geschehen, oder könnte es mit dryRun.',
  'What was done, a sentence for people.': 'Was getan wurde, ein Satz für Menschen.',
  'With dryRun: both schedules as they are and as they would be, in request order.':
    'Mit dryRun: beide Standzeiten, wie sie sind und wie sie wären, in der Reihenfolge der Anfrage.',
  'With dryRun: the schedule as it is and as it would be.': 'Mit dryRun: die Standzeit, wie sie ist und wie sie wäre.',
  'False when nothing was applied.': 'False, wenn nichts angewendet wurde.',
  'Ids that are unknown, of another vehicle, or ended.':
    'Kennungen, die unbekannt sind, zu einem anderen Fahrzeug gehören oder beendet sind.',
  'The schedule that ended last; absent where none has.':
    'Die zuletzt beendete Standzeit; fehlt, wo keine geendet hat.',
  'The ongoing schedule, else the next to begin; absent where none is to come.':
    'Die laufende Standzeit, sonst die nächste; fehlt, wo keine bevorsteht.',
} satisfies Record<string, string>
