/** What the API document says of plans, in German, by its English text. */
export const dePlans = {
  'The time before the departure that the plan keeps free, in milliseconds.':
    'Die Zeit vor der Abfahrt, die der Plan frei hält, in Millisekunden.',
  'State of charge at the departure by this plan, in percent.':
    'Ladezustand bei der Abfahrt nach diesem Plan, in Prozent.',
  'When the last energy is delivered, in epoch milliseconds.':
    'Wann die letzte Energie abgegeben wird, in Epoch-Millisekunden.',
  'Energy that this plan delivers to the vehicle, in kWh.': 'Energie, die dieser Plan dem Fahrzeug gibt, in kWh.',
  'Whether the target is reached by this plan.': 'Ob das Ziel mit diesem Plan erreicht wird.',
  'Whether charging goes on in the departure margin, because the target could not be reached otherwise.':
    'Ob das Laden in den Abfahrtspuffer hineinreicht, weil das Ziel anders nicht erreichbar war.',
  'What the plan was made from.': 'Woraus der Plan gemacht wurde.',
  'When the vehicle can begin to charge, in epoch milliseconds.':
    'Wann das Fahrzeug mit dem Laden beginnen kann, in Epoch-Millisekunden.',
  'Its departure, in epoch milliseconds.': 'Seine Abfahrt, in Epoch-Millisekunden.',
  'State of charge that the plan starts from, in percent.': 'Ladezustand, von dem der Plan ausgeht, in Prozent.',
  'Where that comes from: measured in this stay, posted, estimated from the last known SoC less the trip, or assumed by the location.':
    'Woher er kommt: in dieser Standzeit gemessen, gesendet, aus dem letzten bekannten SoC abzüglich der Fahrt geschätzt, oder vom Standort angenommen.',
  'State of charge that is charged to, in percent.': 'Ladezustand, bis zu dem geladen wird, in Prozent.',
  'Higher goes first where there is not enough for all.': 'Wo es nicht für alle reicht, geht die höhere vor.',
  'The vehicle as the plan knew it.': 'Das Fahrzeug, wie der Plan es kannte.',
  'Usable battery, in kWh.': 'Nutzbare Batterie, in kWh.',
  'Most power that the vehicle takes, in kW.': 'Höchste Leistung, die das Fahrzeug aufnimmt, in kW.',
  'Most power by state of charge, linear between the points: as entered, learned or usual. Left out: flat.':
    'Höchste Leistung je Ladezustand, zwischen den Punkten linear: eingetragen, gelernt oder üblich. Weggelassen: gleichbleibend.',
  'Whether charging can pause and go on.': 'Ob das Laden pausieren und weitergehen kann.',
  'Energy from the start SoC to the target, in kWh.': 'Energie vom Start-SoC bis zum Ziel, in kWh.',
  'That and the energy of preconditioning, in kWh.': 'Diese und die Energie der Vorkonditionierung, in kWh.',
  'What has to be done before the vehicle leaves.': 'Was getan werden muss, bevor das Fahrzeug abfährt.',
  'Energy that heating or cooling takes before the departure, in kWh.':
    'Energie, die Heizen oder Kühlen vor der Abfahrt braucht, in kWh.',
  'How long heating or cooling takes, in milliseconds.': 'Wie lange Heizen oder Kühlen dauert, in Millisekunden.',
  'How long conditioning the battery takes, in milliseconds; no charging in that time.':
    'Wie lange das Konditionieren der Batterie dauert, in Millisekunden; in dieser Zeit wird nicht geladen.',
  'The settings that the plan was made with.': 'Die Einstellungen, mit denen der Plan gemacht wurde.',
  'Minimum power that is not 0, in kW.': 'Kleinste Leistung, die nicht 0 ist, in kW.',
  'Most power allowed, in kW.': 'Höchste erlaubte Leistung, in kW.',
  'Minutes before the departure by which charging is to be done.':
    'Minuten vor der Abfahrt, bis zu denen das Laden fertig sein soll.',
  'What the next duty needs, in percent.': 'Was der nächste Einsatz braucht, in Prozent.',
  'Where the phase bulk ends and saturation begins, in percent.':
    'Wo die Phase bulk (Hauptladung) endet und saturation (Nachladung) beginnt, in Prozent.',
  'Ideal powers by phase; an empty list for none.': 'Ideale Leistungen je Phase; eine leere Liste für keine.',
  'The phase of charging in which the rule holds.': 'Die Phase des Ladens, in der die Regel gilt.',
  'Power in kW at or below which the vehicle stays in this phase; null for none.':
    'Leistung in kW, auf oder unter der das Fahrzeug in dieser Phase bleibt; null für keine.',
  'What the chargers said of the session.': 'Was die Ladestationen über den Ladevorgang sagten.',
  'When charging really began, ISO 8601; absent while it is not known.':
    'Wann das Laden wirklich begann, ISO 8601; fehlt, solange es nicht bekannt ist.',
  'When charging really ended, ISO 8601; absent while it is not known.':
    'Wann das Laden wirklich endete, ISO 8601; fehlt, solange es nicht bekannt ist.',
  'What is to come, without a gap and in order; empty where nothing is.':
    'Was kommt, ohne Lücke und der Reihe nach; leer, wo nichts kommt.',
  'What was before the plan was made: measured, else as planned then; empty where nothing is past.':
    'Was war, bevor der Plan gemacht wurde: gemessen, sonst wie damals geplant; leer, wo nichts vergangen ist.',
  'When it begins, in epoch milliseconds.': 'Beginn, in Epoch-Millisekunden.',
  'When it ends, in epoch milliseconds.': 'Ende, in Epoch-Millisekunden.',
  'How long it lasts, in milliseconds.': 'Dauer, in Millisekunden.',
  'Constant power at the vehicle, in kW.': 'Gleichbleibende Leistung am Fahrzeug, in kW.',
  'Energy of the segment at the vehicle, in kWh.': 'Energie des Abschnitts am Fahrzeug, in kWh.',
  'State of charge at its beginning, in percent.': 'Ladezustand an seinem Beginn, in Prozent.',
  'State of charge at its end, in percent.': 'Ladezustand an seinem Ende, in Prozent.',
  'True where the vehicle draws nothing although it could.': 'True, wo das Fahrzeug nichts bezieht, obwohl es könnte.',
  'True where the vehicle is left at its own maximum power; powerkW is what the plan counts with.':
    'True, wo dem Fahrzeug seine eigene höchste Leistung gelassen wird; powerkW ist, womit der Plan rechnet.',
  'True where a limit holds the vehicle below its maximum, and it is no pause.':
    'True, wo ein Limit das Fahrzeug unter seinem Höchstwert hält und es keine Pause ist.',
  'The phase of charging, one word: minimum (below the minimum SoC), bulk, saturation (above the bulk SoC), preconditioning, or idle (the target is reached).':
    'Die Phase des Ladens, ein Wort: minimum (unter dem Mindest-SoC), bulk (Hauptladung), saturation (über dem Bulk-SoC), preconditioning (Vorkonditionierung) oder idle (das Ziel ist erreicht).',
  'True: the planner does not replace this plan and counts it as a fixed load. A change of arrival, departure or location ends that.':
    'True: Die Planung ersetzt diesen Plan nicht und zählt ihn als feste Last. Eine Änderung von Ankunft, Abfahrt oder Standort beendet das.',
  'The strategy that the plan was made with.': 'Die Strategie, mit der der Plan gemacht wurde.',
  'The version of the strategy.': 'Version der Strategie.',
  'When the plan was made, ISO 8601.': 'Wann der Plan gemacht wurde, ISO 8601.',
  'What it was made for, a sentence for people.': 'Wofür er gemacht wurde, ein Satz für Menschen.',
  'What a depot’s plans aim at, once every vehicle is ready: the lowest peak (`peak-supression`, spelt so), the lowest bill, the flattest load, or charging as soon as possible.':
    'Worauf die Pläne eines Depots zielen, sobald jedes Fahrzeug bereit ist: auf die niedrigste Spitze (`peak-supression`, so geschrieben), die niedrigste Rechnung, die gleichmäßigste Last, oder auf Laden so früh wie möglich.',
  'The limit in that time, in kW.': 'Das Limit in dieser Zeit, in kW.',
  'Power in kW at or below which a vehicle stays in this phase; null for none.':
    'Leistung in kW, auf oder unter der ein Fahrzeug in dieser Phase bleibt; null für keine.',
  'To the target, in minutes.': 'Bis zum Ziel, in Minuten.',
  'To the minimum SoC, in minutes.': 'Bis zum Mindest-SoC, in Minuten.',
  'Time that full power would leave over before the departure margin.':
    'Zeit, die volle Leistung vor dem Abfahrtspuffer übrig ließe.',
  'What is missing at the departure; absent where the target is reached.':
    'Was bei der Abfahrt fehlt; fehlt selbst, wo das Ziel erreicht wird.',
  'A reason for each of the plan’s segments, in the same order.':
    'Ein Grund für jeden Abschnitt des Plans, in derselben Reihenfolge.',
  'What the planner says of its own plan, read-only. `reasons` has one for each of `plan.segments`, in the same order. `slack` is the time in minutes that full power leaves over before the departure margin, to the target and to the minimum SoC, when the plan was made (`planMeta.timestamp`); below 0 the stay is too short, or needs its margin; left out where no power is allowed. The readiness board leaves `reasons` empty.':
    'Was die Planung über ihren eigenen Plan sagt, nur lesbar. `reasons` hat einen Grund für jeden Abschnitt aus `plan.segments`, in derselben Reihenfolge. `slack` ist die Zeit in Minuten, die volle Leistung vor dem Abfahrtspuffer übrig lässt, bis zum Ziel und bis zum Mindest-SoC, als der Plan gemacht wurde (`planMeta.timestamp`); unter 0 ist die Standzeit zu kurz oder braucht ihren Puffer; weggelassen, wo keine Leistung erlaubt ist. Die Abfahrtstafel lässt `reasons` leer.',
  'What binds.': 'Was begrenzt.',
  'Energy that is missing at the departure, in kWh.': 'Energie, die bei der Abfahrt fehlt, in kWh.',
  'The same in points of SoC.': 'Dasselbe in Prozentpunkten SoC.',
  'State of charge at the departure, in percent.': 'Ladezustand bei der Abfahrt, in Prozent.',
  'The target, in percent.': 'Das Ziel, in Prozent.',
  'The minimum that is missed, in percent; absent where it is reached.':
    'Das Minimum, das verfehlt wird, in Prozent; fehlt, wo es erreicht wird.',
  'Time to the target at full power, in minutes.': 'Zeit bis zum Ziel bei voller Leistung, in Minuten.',
  'Time until the departure, its margin included, in minutes.':
    'Zeit bis zur Abfahrt, einschließlich ihres Puffers, in Minuten.',
  'What is missing at the departure, and what binds: `cannot-charge` (no power is allowed), `stay-too-short` (even full power all the time would not do), `started-too-late` (the stay was long enough, but time went by), `charging-curve` (at its maximum it would be ready, but its battery takes less as it fills), `site-limit` (others and the limit). `neededMinutes` at full power, `availableMinutes` until the departure, its margin included.':
    'Was bei der Abfahrt fehlt, und was begrenzt: `cannot-charge` (keine Leistung ist erlaubt), `stay-too-short` (selbst dauernd volle Leistung würde nicht genügen), `started-too-late` (die Standzeit war lang genug, aber Zeit verstrich), `charging-curve` (mit seiner höchsten Leistung wäre es bereit, aber seine Batterie nimmt mit steigender Ladung weniger auf), `site-limit` (die anderen und das Limit). `neededMinutes` bei voller Leistung, `availableMinutes` bis zur Abfahrt, einschließlich ihres Puffers.',
  'When the segment begins, in epoch milliseconds.': 'Wann der Abschnitt beginnt, in Epoch-Millisekunden.',
  'When the segment ends, in epoch milliseconds.': 'Wann der Abschnitt endet, in Epoch-Millisekunden.',
  'Why the segment is as it is.': 'Warum der Abschnitt ist, wie er ist.',
  'The target that is reached, in percent.': 'Das Ziel, das erreicht ist, in Prozent.',
  'Power at the vehicle, in kW.': 'Leistung am Fahrzeug, in kW.',
  'When it goes on, in epoch milliseconds.': 'Wann es weitergeht, in Epoch-Millisekunden.',
  'The lower price that it waits for, in the tariff’s currency.':
    'Der niedrigere Preis, auf den es wartet, in der Währung des Tarifs.',
  'The price now, in the tariff’s currency.': 'Der Preis jetzt, in der Währung des Tarifs.',
  'The limit of the site, in kW.': 'Das Limit des Standorts, in kW.',
  'What vehicles without a schedule draw of that limit, in kW; absent where it is nothing.':
    'Was Fahrzeuge ohne Standzeit von diesem Limit ziehen, in kW; fehlt, wo es nichts ist.',
  'When that ends, in epoch milliseconds.': 'Wann das endet, in Epoch-Millisekunden.',
  'The peak of the site that is not to be passed, in kW.':
    'Die Spitze des Standorts, die nicht überschritten werden soll, in kW.',
  'The phase of charging whose ideal power holds.': 'Die Phase des Ladens, deren ideale Leistung gilt.',
  'Why a segment is as it is. `waits-…`: it draws nothing although it could; `at` is when it goes on, `until` when the segment ends. `held-…`: it draws less than it could. `charger-…`: no plan reaches it, so this is an estimate of what it draws (at full power where its charger follows no limits, as it was told last where the charger is offline). `from`, `to`, `at`, `until` are epoch ms, powers kW at the vehicle, `limitKw` and `peakKw` kW at the site, prices per kWh in the tariff’s currency.':
    'Warum ein Abschnitt ist, wie er ist. `waits-…`: Es bezieht nichts, obwohl es könnte; `at` ist, wann es weitergeht, `until`, wann der Abschnitt endet. `held-…`: Es bezieht weniger, als es könnte. `charger-…`: Kein Plan erreicht es, dies ist also eine Schätzung dessen, was es bezieht (volle Leistung, wo seine Ladestation keinen Vorgaben folgt; wie ihr zuletzt gesagt wurde, wo sie offline ist). `from`, `to`, `at`, `until` sind Epoch-Millisekunden, Leistungen kW am Fahrzeug, `limitKw` und `peakKw` kW am Standort, Preise je kWh in der Währung des Tarifs.',
  'When it ends.': 'Das Ende.',
  'What is missing; absent where the target is reached.': 'Was fehlt; fehlt selbst, wo das Ziel erreicht wird.',
  'The smallest fix of each kind.': 'Die kleinste Abhilfe jeder Art.',
  'True: the search was ended before every kind was tried.':
    'True: Die Suche wurde beendet, bevor jede Art versucht war.',
  'The smallest fix of each kind, each proven by planning with it. `incomplete`: the search took too long and was ended, so there may be others.':
    'Die kleinste Abhilfe jeder Art, jede durch eine Planung mit ihr bewiesen. `incomplete`: Die Suche dauerte zu lange und wurde beendet, es kann also weitere geben.',
  'Which change it is.': 'Welche Änderung es ist.',
  'The schedule to swap with.': 'Die Standzeit, mit der getauscht wird.',
  'Its vehicle, which takes over this schedule’s departure, target, minimum, priority and block.':
    'Ihr Fahrzeug, das Abfahrt, Ziel, Minimum, Priorität und Umlauf dieser Standzeit übernimmt.',
  'Its departure, at which this vehicle leaves instead.': 'Ihre Abfahrt, zu der dieses Fahrzeug stattdessen abfährt.',
  'Its target, in percent, which this vehicle charges to instead.':
    'Ihr Ziel, in Prozent, bis zu dem dieses Fahrzeug stattdessen lädt.',
  'Its duty, where it has one, which this vehicle takes over.':
    'Ihr Einsatz, wo sie einen hat, den dieses Fahrzeug übernimmt.',
  'By how much the limit is raised, in kW.': 'Um wie viel das Limit angehoben wird, in kW.',
  'When the higher limit begins.': 'Wann das höhere Limit beginnt.',
  'When the higher limit ends.': 'Wann das höhere Limit endet.',
  'When it begins.': 'Der Beginn.',
  'The limits.': 'Die Limits.',
  'The location’s limits with this fix, past dates left out: what to PATCH the location with.':
    'Die Limits des Standorts mit dieser Abhilfe, ohne vergangene Tage: womit der Standort per PATCH zu ändern ist.',
  'The lower target, in percent.': 'Das niedrigere Ziel, in Prozent.',
  'The minimum, in percent, that is lowered with the target; absent where the target stays above it.':
    'Das Minimum, in Prozent, das mit dem Ziel gesenkt wird; fehlt, wo das Ziel darüber bleibt.',
  'How much later it leaves, in minutes.': 'Wie viel später es abfährt, in Minuten.',
  'The later departure.': 'Die spätere Abfahrt.',
  'The higher priority.': 'Die höhere Priorität.',
  'The other schedule.': 'Die andere Standzeit.',
  'Its vehicle.': 'Ihr Fahrzeug.',
  'How many points of SoC it loses.': 'Wie viele Prozentpunkte SoC es verliert.',
  'The schedules that lose by it.': 'Die Standzeiten, die dadurch verlieren.',
  'One change that ends the shortfall. `swap`: another vehicle of the depot takes over the duty and this one takes its, and both leave with their targets and nobody with less: POST /schedules/swap with both ids. `raise-limit`: PATCH the location with `powerLimits` as it is here (it keeps the other dates; send If-Match). `lower-target`: PATCH the schedule’s `targetSoC`, and its `minimumSoC` where the fix has one: the shortfall is then accepted. `later-departure`: its `plannedDepartureTime`, to `to`. `higher-priority`: its `priority`; `costs` says whom that takes how many SoC points.':
    'Eine Änderung, die die Fehlmenge beendet. `swap`: Ein anderes Fahrzeug des Depots übernimmt den Einsatz und dieses seinen, beide fahren mit ihren Zielen ab und niemand mit weniger: POST /schedules/swap mit beiden Kennungen. `raise-limit`: PATCH des Standorts mit `powerLimits`, wie es hier steht (es behält die anderen Tage; senden Sie If-Match). `lower-target`: PATCH mit `targetSoC` der Standzeit, und mit ihrem `minimumSoC`, wo die Abhilfe eines hat: Die Fehlmenge wird dann hingenommen. `later-departure`: ihre `plannedDepartureTime`, auf `to`. `higher-priority`: ihre `priority`; `costs` sagt, wen das wie viele SoC-Punkte kostet.',
} satisfies Record<string, string>
