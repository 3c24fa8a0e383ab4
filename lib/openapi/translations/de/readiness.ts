/** What the API document says of readiness, in German, by its English text. */
export const deReadiness = {
  'Get an alarm': 'Einen Alarm abrufen',
  'The id of the alarm.': 'Kennung des Alarms.',
  'The alarm': 'Der Alarm',
  'Say that somebody sees to an alarm': 'Angeben, dass sich jemand um einen Alarm kümmert',
  'The alarm stays until its cause has gone, but need not be told of any more. Again with the same name changes nothing; with another it is refused with 409, and the answer says who was first. With `dryRun=true` the answer is the same and nothing is stored.':
    'Der Alarm bleibt, bis seine Ursache behoben ist, muss aber nicht weiter gemeldet werden. Derselbe Name noch einmal ändert nichts; ein anderer wird mit 409 abgelehnt, und die Antwort sagt, wer zuerst war. Mit `dryRun=true` ist die Antwort dieselbe, und nichts wird gespeichert.',
  'With true it is only tried, and nothing is stored.': 'Mit true wird nur probiert und nichts gespeichert.',
  'The alarm with the name': 'Der Alarm mit dem Namen',
  'The id of the location.': 'Kennung des Standorts.',
  'List the alarms of a depot': 'Die Alarme eines Depots auflisten',
  'An alarm is raised when its cause has lasted for a while (up to 5 minutes, by its kind), goes on while the cause does, and ends when it has been gone for a while. There is one of a kind about a vehicle’s stay, an evse, a station or the site. The stream tells of `alarms` when one is raised, changes or ends.':
    'Ein Alarm wird ausgelöst, wenn seine Ursache eine Weile bestanden hat (je nach Art bis zu 5 Minuten), dauert an, solange sie besteht, und endet, wenn sie eine Weile behoben ist. Es gibt einen je Art zu der Standzeit eines Fahrzeugs, zu einem Ladepunkt, einer Ladestation oder dem Standort. Der Strom meldet `alarms`, wenn einer ausgelöst wird, sich ändert oder endet.',
  'Those that go on (where it is left out), that are over, or both.':
    'Die andauernden (auch wenn es weggelassen wird), die beendeten oder beide.',
  'Only alarms after this one in the list: the `before` of an answer goes on from there.':
    'Nur Alarme nach diesem in der Liste: Das `before` einer Antwort setzt dort fort.',
  'How many at most: 1000 open ones, else 100, where it is left out.':
    'Höchste Anzahl; weggelassen: 1000 offene, sonst 100.',
  'The alarms': 'Die Alarme',
  'Who has seen to it; the caller’s own name where it is left out.':
    'Wer sich darum gekümmert hat; weggelassen: der Name des Aufrufenden.',
  'Since when its cause is there, as far as a fact says it.':
    'Seit wann die Ursache besteht, soweit ein Sachverhalt es sagt.',
  'When it was raised: its cause had lasted for a while by then.':
    'Wann er ausgelöst wurde: Seine Ursache hatte da schon eine Weile bestanden.',
  'When it ended: its cause had been gone for a while by then. Left out: it goes on.':
    'Wann er endete: Seine Ursache war da schon eine Weile behoben. Weggelassen: Er dauert an.',
  'What is wrong and why, as sentences for people.': 'Was nicht stimmt und warum, in Sätzen für Menschen.',
  'What to do about it, as a sentence for people.': 'Was dagegen zu tun ist, ein Satz für Menschen.',
  'What the cause is made of; empty: nothing more is known; left out: the alarm is of an earlier version.':
    'Woraus die Ursache besteht; leer: Mehr ist nicht bekannt; weggelassen: Der Alarm stammt aus einer früheren Version.',
  'Who has seen to it; left out: nobody has yet.': 'Wer sich darum gekümmert hat; weggelassen: noch niemand.',
  'When.': 'Wann.',
  'The name of who has seen to it.': 'Name der Person, die sich darum gekümmert hat.',
  'The id of the vehicle that it is about.': 'Kennung des Fahrzeugs, um das es geht.',
  'The name of that vehicle.': 'Name dieses Fahrzeugs.',
  'The id of the schedule that it is about.': 'Kennung der Standzeit, um die es geht.',
  'The id of the charging station that it is about or at which the vehicle stands.':
    'Kennung der Ladestation, um die es geht oder an der das Fahrzeug steht.',
  'The number of the evse there.': 'Nummer des Ladepunkts dort.',
  'What people call that place.': 'Wie Menschen diesen Platz nennen.',
  'What is wrong: the site draws more than its limit; a vehicle will leave below what it needs, does not charge, is not plugged in or gets less than it was given; a charging station reports a fault or is offline; the last import left something out.':
    'Was nicht stimmt: Der Standort bezieht mehr als sein Limit; ein Fahrzeug fährt mit weniger ab, als es braucht, lädt nicht, ist nicht angesteckt oder erhält weniger, als ihm vorgegeben wurde; eine Ladestation meldet eine Störung oder ist offline; der letzte Import hat etwas ausgelassen.',
  'Why the vehicle is in that state.': 'Warum das Fahrzeug in diesem Status ist.',
  'The state of charge with which it will leave, in whole percent.':
    'Der Ladezustand, mit dem es abfährt, in ganzen Prozent.',
  'The state of charge that it needs, in whole percent.': 'Der Ladezustand, den es braucht, in ganzen Prozent.',
  'Whether that is its minimum.': 'Ob das sein Minimum ist.',
  'What it gets of what it was given, in percent.': 'Was es von dem erhält, was ihm vorgegeben wurde, in Prozent.',
  'What the site draws, in whole kW.': 'Was der Standort bezieht, in ganzen kW.',
  'The limit of the site, in whole kW.': 'Das Limit des Standorts, in ganzen kW.',
  'How many vehicles are plugged in there.': 'Wie viele Fahrzeuge dort angesteckt sind.',
  'The faults that the charger reports.': 'Die Störungen, die die Ladestation meldet.',
  'The name of the import.': 'Name des Imports.',
  'How many entries it left out.': 'Wie viele Einträge er ausgelassen hat.',
  'The first of them.': 'Die ersten davon.',
  'Why a departure is in its state, or has no plan.': 'Warum eine Abfahrt ihren Status hat oder keinen Plan.',
  'Open ones by what matters most among the latest, then the latest first; with those that are over the latest first.':
    'Offene nach dem, worauf es unter den neuesten am meisten ankommt, dann die neuesten zuerst; mit den beendeten die neuesten zuerst.',
  'Pass it as `before` for the alarms raised before these.':
    'Als `before` für die Alarme mitgeben, die vor diesen ausgelöst wurden.',
  'The moment of which all of this is, ISO 8601.': 'Der Augenblick, von dem all dies ist, ISO 8601.',
  'Departures from this moment on, ISO 8601.': 'Abfahrten ab diesem Augenblick, ISO 8601.',
  'Departures until this moment, ISO 8601.': 'Abfahrten bis zu diesem Augenblick, ISO 8601.',
  'What needs attention first, then by departure.': 'Zuerst, was Aufmerksamkeit braucht, dann nach Abfahrt.',
  'Vehicles that are here.': 'Fahrzeuge, die hier sind.',
  'Departures that are ready.': 'Abfahrten, die bereit sind.',
  'Departures that will miss or are at risk.': 'Abfahrten, die ihr Ziel verfehlen oder gefährdet sind.',
  'Vehicles that are due and not plugged in.': 'Fahrzeuge, die hier sein sollten und nicht angesteckt sind.',
  'Vehicles that are connected and that no schedule names, known ones and strangers.':
    'Fahrzeuge, die angeschlossen sind und die keine Standzeit nennt, bekannte und unbekannte.',
  'How many vehicles and departures.': 'Wie viele Fahrzeuge und Abfahrten.',
  'What the whole site draws now, kW.': 'Was der ganze Standort jetzt bezieht, kW.',
  'Whether chargers said what all vehicles draw now, or plans stand in for some of it.':
    'Ob Ladestationen gesagt haben, was alle Fahrzeuge jetzt beziehen, oder ob für einen Teil Pläne einstehen.',
  'What the whole site was to draw now by the plans, kW.':
    'Was der ganze Standort nach den Plänen jetzt beziehen sollte, kW.',
  'The site’s own consumption now, kW.': 'Der eigene Verbrauch des Standorts jetzt, kW.',
  'What connected vehicles without a schedule draw of it now, kW; left out where they draw nothing.':
    'Was angeschlossene Fahrzeuge ohne Standzeit jetzt davon beziehen, kW; weggelassen, wo sie nichts beziehen.',
  'The limit that holds now, kW.': 'Das Limit, das jetzt gilt, kW.',
  'The highest quarter-hour mean by the plans, kW.': 'Das höchste Viertelstundenmittel nach den Plänen, kW.',
  'The same if every vehicle took its full power from its arrival, kW.':
    'Dasselbe, wenn jedes Fahrzeug ab seiner Ankunft seine volle Leistung bezöge, kW.',
  'The power of the whole site.': 'Die Leistung des ganzen Standorts.',
  'The last word of any charger here, ISO 8601. Left out: no charger has reported for 24 hours, so that who is here and how full is taken from the timetable and the plans.':
    'Die letzte Meldung irgendeiner Ladestation hier, ISO 8601. Weggelassen: Seit 24 Stunden hat keine gemeldet, sodass aus Fahrplan und Plänen genommen wird, wer hier ist und wie voll.',
  'Only in the first two minutes in which its charging stations connect, while some have yet to: a vehicle that is due, and of which they have said nothing, is taken as the timetable has it and never as not plugged in.':
    'Nur in den ersten zwei Minuten, in denen sich die Ladestationen verbinden, solange es bei einigen noch aussteht: Ein Fahrzeug, das hier sein sollte und von dem sie nichts gesagt haben, gilt, wie der Fahrplan es sagt, und nie als nicht angesteckt.',
  'How many of its charging stations are connected.': 'Wie viele der Ladestationen verbunden sind.',
  'How many charging stations it has.': 'Wie viele Ladestationen es hat.',
  'Since when no charger here has said anything although vehicles charge; only where that is over 15 minutes.':
    'Seit wann keine Ladestation hier etwas gesagt hat, obwohl Fahrzeuge laden; nur wo das über 15 Minuten her ist.',
  'Since when the location has waited for a plan, ISO 8601; only where that is over a minute.':
    'Seit wann der Standort auf einen Plan wartet, ISO 8601; nur wo das über eine Minute her ist.',
  'The last time that the location was planned; left out where it never was.':
    'Das letzte Mal, dass der Standort geplant wurde; weggelassen, wo er es nie wurde.',
  'When it was made, ISO 8601.': 'Wann er gemacht wurde, ISO 8601.',
  'What it was made for.': 'Wofür er gemacht wurde.',
  'Whether something has changed since and a new plan is under way.':
    'Ob sich seither etwas geändert hat und ein neuer Plan unterwegs ist.',
  'Why the latest try failed, a sentence; the plans before it hold.':
    'Warum der letzte Versuch misslang, ein Satz; die Pläne davor gelten.',
  'The last time that planning changed a plan of the next 36 hours; left out where that is long ago.':
    'Das letzte Mal, dass die Planung einen Plan der nächsten 36 Stunden geändert hat; weggelassen, wo das lange her ist.',
  'What for.': 'Wofür.',
  'How many plans of the next 36 hours it changed.': 'Wie viele Pläne der nächsten 36 Stunden sie geändert hat.',
  'The highest planned power of the site before it, kW.': 'Die höchste geplante Leistung des Standorts davor, kW.',
  'The same after it, kW.': 'Dasselbe danach, kW.',
  'The schedule, with the outline of its plan.': 'Die Standzeit, mit dem Umriss ihres Plans.',
  'Name of the vehicle.': 'Name des Fahrzeugs.',
  'License plate of the vehicle.': 'Kennzeichen des Fahrzeugs.',
  'What to do about it, as a sentence for people; left out where there is nothing to do.':
    'Was dagegen zu tun ist, ein Satz für Menschen; weggelassen, wo nichts zu tun ist.',
  'Where the vehicle is plugged in; left out where it is not, or where nobody says it.':
    'Wo das Fahrzeug angesteckt ist; weggelassen, wo es das nicht ist oder niemand es sagt.',
  'What people call it: its parking place, or its charging station.':
    'Wie Menschen den Platz nennen: sein Stellplatz oder seine Ladestation.',
  'The id of the charging station.': 'Kennung der Ladestation.',
  'Since when it is in this state, where a fact says so.':
    'Seit wann es in diesem Status ist, wo ein Sachverhalt es sagt.',
  'The other states that hold too, after the one that comes first.':
    'Die weiteren Status, die auch gelten, nach dem ersten.',
  'What its charger gives of what was ordered, from 0 to 1, while that is too little.':
    'Was seine Ladestation von dem gibt, was verlangt war, von 0 bis 1, solange das zu wenig ist.',
  'The state of charge now, in percent, and how it is known.':
    'Der Ladezustand jetzt, in Prozent, und woher er bekannt ist.',
  'State of charge, in percent.': 'Ladezustand, in Prozent.',
  'Where it comes from; planned: counted on from the last known value by the plan.':
    'Woher er kommt; planned: vom letzten bekannten Wert nach dem Plan weitergezählt.',
  'Of what moment the last known value is, ISO 8601.': 'Von welchem Augenblick der letzte bekannte Wert ist, ISO 8601.',
  'How far it may be off, in points, where it is no reading.':
    'Wie weit er danebenliegen kann, in Prozentpunkten, wo er nicht abgelesen ist.',
  'State of charge at the departure, in percent, as it looks now.':
    'Ladezustand bei der Abfahrt, in Prozent, wie es jetzt aussieht.',
  'How far it goes with that, in km; left out where its battery or its consumption is not known.':
    'Wie weit es damit kommt, in km; weggelassen, wo seine Batterie oder sein Verbrauch nicht bekannt ist.',
  'What is missing then of the minimum, or of the target where there is no minimum, in percent.':
    'Was dann am Minimum fehlt, oder am Ziel, wo es kein Minimum gibt, in Prozent.',
  'The same as energy of the battery, in kWh.': 'Dasselbe als Energie der Batterie, in kWh.',
  'Time to spare if it charged from now on as fast as it can, to its target, in minutes.':
    'Zeitreserve, wenn es von jetzt an so schnell lädt, wie es kann, bis zu seinem Ziel, in Minuten.',
  'For how long it has been due and not been plugged in, in minutes.':
    'Wie lange es schon hier sein sollte und nicht angesteckt ist, in Minuten.',
  'The last word of the chargers on this vehicle, ISO 8601; only while it is connected.':
    'Die letzte Meldung der Ladestationen zu diesem Fahrzeug, ISO 8601; nur solange es angeschlossen ist.',
  'How it stands with a departure: the first state that holds.':
    'Wie es um eine Abfahrt steht: der erste Status, der gilt.',
  'The location.': 'Der Standort.',
  'The beginning of the range, epoch milliseconds.': 'Beginn des Zeitraums, Epoch-Millisekunden.',
  'The end of the range, epoch milliseconds.': 'Ende des Zeitraums, Epoch-Millisekunden.',
  'The stays that overlap the range, by arrival, then id.':
    'Die Standzeiten, die den Zeitraum berühren, nach Ankunft, dann Kennung.',
  'The schedule’s id.': 'Kennung der Standzeit.',
  'The vehicle’s id.': 'Kennung des Fahrzeugs.',
  'The planned arrival, epoch milliseconds.': 'Die geplante Ankunft, Epoch-Millisekunden.',
  'The planned departure, epoch milliseconds.': 'Die geplante Abfahrt, Epoch-Millisekunden.',
  'What is charged to, percent.': 'Bis wohin geladen wird, Prozent.',
  'The SoC at the departure as the board computes it, percent; absent where it is not known.':
    'Der SoC bei der Abfahrt, wie die Tafel ihn berechnet, Prozent; fehlt, wo er nicht bekannt ist.',
  'The departure’s state, as on the readiness board; absent once the stay is over.':
    'Der Status der Abfahrt, wie auf der Abfahrtstafel; fehlt, wenn die Standzeit vorbei ist.',
  'Why it is in its state, where that is known.': 'Warum sie diesen Status hat, wo das bekannt ist.',
  'The sender’s own reference of the duty that follows, where there is one.':
    'Das eigene Kennzeichen des Absenders für den folgenden Einsatz, wo es eines gibt.',
  'True where the plan is frozen.': 'True, wo der Plan fixiert ist.',
  'Who asked that it charges at full power, whatever the strategy says; absent where nobody did.':
    'Wer verlangt hat, dass es mit voller Leistung lädt, gleich was die Strategie sagt; fehlt, wo es niemand verlangt hat.',
  'What people call the place where the vehicle is plugged in; absent where it is not, or where nobody says it.':
    'Wie Menschen den Platz nennen, an dem das Fahrzeug angesteckt ist; fehlt, wo es das nicht ist oder niemand es sagt.',
  'The vehicle’s maximum power, kW; absent where it is not known.':
    'Die höchste Leistung des Fahrzeugs, kW; fehlt, wo sie nicht bekannt ist.',
  'What elapsed of its plans: from, to (minutes after the arrival) and power (kW) of each step with power.':
    'Was von seinen Plänen verstrichen ist: von, bis (Minuten nach der Ankunft) und Leistung (kW) jeder Stufe mit Leistung.',
  'What is planned: from, to (minutes after the arrival) and power (kW) of each step with power.':
    'Was geplant ist: von, bis (Minuten nach der Ankunft) und Leistung (kW) jeder Stufe mit Leistung.',
  'By departure; what the readiness boards of its depots say.':
    'Nach Abfahrt; was die Abfahrtstafeln seiner Depots sagen.',
} satisfies Record<string, string>
