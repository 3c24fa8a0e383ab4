import type { deSchedules } from '@/lib/openapi/translations/de/schedules'

/** What the API document says of schedules, in Finnish, by its English text. */
export const fiSchedules = {
  'Needs the permission `read`.': 'Vaatii oikeuden `read`.',
  'Needs the permission `write`.': 'Vaatii oikeuden `write`.',
  'Needs the permission `admin`.': 'Vaatii oikeuden `admin`.',
  'What is left out, or null, goes back to its default. A new `timeZone` keeps the wall-clock times of recurring schedules and the instants of dated ones; where schedules would then overlap, nothing is changed and the 409 names them.':
    'Pois jätetty tai null palaa oletukseensa. Uusi `timeZone` säilyttää toistuvien seisontojen kellonajat ja päivättyjen hetket; jos seisonnat menisivät sen takia päällekkäin, mitään ei muuteta ja 409 nimeää ne.',
  'JSON Merge Patch (RFC 7396): objects merge, arrays replace, null clears. A new `timeZone` keeps the wall-clock times of recurring schedules and the instants of dated ones; where schedules would then overlap, nothing is changed and the 409 names them.':
    'JSON Merge Patch (RFC 7396): oliot yhdistetään, luettelot korvataan, null tyhjentää. Uusi `timeZone` säilyttää toistuvien seisontojen kellonajat ja päivättyjen hetket; jos seisonnat menisivät sen takia päällekkäin, mitään ei muuteta ja 409 nimeää ne.',
  'List a location’s schedules in a range': 'Luettele toimipaikan seisonnat ajanjaksolla',
  '`schedules` holds the dated schedules and every occurrence of a rule, so that it alone says what will happen; `recurringSchedules` holds the rules. A plan that our planner made comes with its `explanation`. `plan=false` leaves the plans out, and what is said of them.':
    '`schedules` sisältää päivätyt seisonnat ja säännön jokaisen esiintymän, joten se kertoo yksin, mitä tapahtuu; `recurringSchedules` sisältää säännöt. Oman suunnittelumme tekemä suunnitelma tulee selityksensä `explanation` kanssa. `plan=false` jättää suunnitelmat pois, samoin mitä niistä sanotaan.',
  'The beginning of the range, ISO 8601 or epoch milliseconds. With `to` alone: 24 hours before it.':
    'Ajanjakson alku, ISO 8601 tai epoch-millisekunteja. Pelkän `to`-arvon kanssa: 24 tuntia ennen sitä.',
  'The end of the range, at most 92 days after `from`. With `from` alone: 14 days after it.':
    'Ajanjakson loppu, enintään 92 päivää alusta `from`. Pelkän `from`-arvon kanssa: 14 päivää sen jälkeen.',
  'With false the plans are left out; true by default.': 'Arvolla false suunnitelmat jätetään pois; oletus true.',
  'The schedules, by arrival, then id': 'Seisonnat saapumisen, sitten tunnuksen mukaan',
  'Reconcile many vehicles in one call': 'Täsmäytä monta ajoneuvoa yhdellä kutsulla',
  'Each vehicle is a transaction of its own: one vehicle’s error does not touch another’s.':
    'Jokainen ajoneuvo on oma transaktionsa: yhden ajoneuvon virhe ei koske muita.',
  'With true the answer also says what would be created, updated and removed, and nothing is written.':
    'Arvolla true vastaus kertoo myös, mitä luotaisiin, muutettaisiin ja poistettaisiin, eikä mitään kirjoiteta.',
  'If more schedules than this would be removed, nothing is changed and the answer is 409.':
    'Jos poistettaisiin enemmän seisontoja kuin tämä, mitään ei muuteta ja vastaus on 409.',
  'A result for each vehicle, in request order': 'Tulos jokaisesta ajoneuvosta, pyynnön järjestyksessä',
  'The HTTP status that the call for this vehicle alone would have.':
    'HTTP-tila, jonka kutsu saisi pelkälle tälle ajoneuvolle.',
  'Why it was refused; absent where it was not.': 'Miksi se hylättiin; puuttuu, jos sitä ei hylätty.',
  'The id of each entry that was not skipped, in request order.':
    'Jokaisen ohittamatta jätetyn merkinnän tunnus, pyynnön järjestyksessä.',
  'The schedules that were removed because no entry matched them.':
    'Seisonnat, jotka poistettiin, koska mikään merkintä ei vastannut niitä.',
  'Entries that ended before now and match no stored schedule.':
    'Merkinnät, jotka ovat jo päättyneet eivätkä vastaa mitään tallennettua seisontaa.',
  'With dryRun: what would be created.': 'dryRun: mitä luotaisiin.',
  'With dryRun: what would be changed.': 'dryRun: mitä muutettaisiin.',
  'With dryRun: what would be removed.': 'dryRun: mitä poistettaisiin.',
  'Let two vehicles of a location exchange their duties': 'Anna toimipaikan kahden ajoneuvon vaihtaa vuoronsa',
  'Each takes over what the other was to leave for: departure, target, minimum, priority and `blockId`. Arrivals, ids, `externalId` and charges stay with the vehicles, and so do the schedules that follow. One transaction: both or neither. A plan that is frozen is thawed. Sent again with the same ids it takes the swap back. 409 where a schedule has ended, where its departure is another than you read, or where a vehicle would still be here when its next schedule begins; 422 where the schedules are of one vehicle or of two locations, or where a vehicle arrives too late for the departure that it would take, or one of them is a rule (name one of its occurrences).':
    'Kumpikin ottaa sen, mihin toisen oli määrä lähteä: lähdön, tavoitteen, minimin, prioriteetin ja `blockId`-tunnuksen. Saapumiset, tunnukset, `externalId` ja varaukset jäävät ajoneuvoille, samoin seuraavat seisonnat. Yksi transaktio: molemmat tai ei kumpikaan. Lukitun suunnitelman lukitus poistetaan. Samoilla tunnuksilla uudelleen lähetettynä se peruu vaihdon. 409, jos seisonta on päättynyt, sen lähtö on muu kuin luit, tai ajoneuvo olisi vielä täällä seuraavan seisontansa alkaessa; 422, jos seisonnat ovat yhden ajoneuvon tai kahden toimipaikan, jos ajoneuvo saapuu liian myöhään lähtöön, jonka se ottaisi, tai jos jompikumpi on sääntö (nimeä jokin sen esiintymistä).',
  'With true the answer also has both schedules as they are and as they would be, and nothing is written.':
    'Arvolla true vastauksessa ovat myös molemmat seisonnat sellaisina kuin ne ovat ja kuin ne olisivat, eikä mitään kirjoiteta.',
  'What was swapped': 'Mitä vaihdettiin',
  'Get one schedule, rule or occurrence by its id': 'Hae yksi seisonta, sääntö tai esiintymä tunnuksella',
  'The id of the schedule, the rule or the occurrence.': 'Seisonnan, säännön tai esiintymän tunnus.',
  'The schedule': 'Seisonta',
  'Charge a vehicle at full power from now on': 'Lataa ajoneuvoa täydellä teholla tästä hetkestä',
  'The vehicle that is here charges with all that it takes and the limit leaves, whatever the strategy says, before all others, which are planned around it. It ends by itself: at the target, at the departure, or when the vehicle is unplugged; until then the schedule has `chargeNow`. Asked again it goes on as it is. What it does to the peak and to the others is told before by POST /locations/{locationUid}/plan?dryRun=true with `schedules: [{ "id": …, "chargeNow": true }]`. 409 with the reason where the vehicle cannot: it is not here, has its target, its plan is frozen, it is not scheduled or not known well enough, its schedule has ended or is a rule (name one of its occurrences).':
    'Täällä oleva ajoneuvo lataa kaikella, mitä se ottaa ja tehoraja jättää, strategiasta riippumatta ja ennen kaikkia muita, jotka suunnitellaan sen ympärille. Se päättyy itsestään: tavoitteessa, lähdössä tai kun ajoneuvo irrotetaan; siihen asti seisonnassa on `chargeNow`. Uudelleen pyydettynä se jatkuu ennallaan. Mitä se tekee huipulle ja muille, kertoo etukäteen POST /locations/{locationUid}/plan?dryRun=true, jossa on `schedules: [{ "id": …, "chargeNow": true }]`. 409 ja syy, jos ajoneuvo ei voi: se ei ole täällä, on tavoitteessaan, sen suunnitelma on lukittu, sitä ei suunnitella tai ei tunneta riittävän hyvin, sen seisonta on päättynyt tai on sääntö (nimeä jokin sen esiintymistä).',
  'The id of the schedule or the occurrence.': 'Seisonnan tai esiintymän tunnus.',
  'With true the answer also has the schedule as it is and as it would be, and nothing is written.':
    'Arvolla true vastauksessa on myös seisonta sellaisena kuin se on ja kuin se olisi, eikä mitään kirjoiteta.',
  'What was done': 'Mitä tehtiin',
  'Give a vehicle that charges at full power back to its plan':
    'Palauta täydellä teholla lataava ajoneuvo suunnitelmaansa',
  'One that has ended already, or was never asked for, changes nothing.':
    'Jos se on jo päättynyt tai sitä ei koskaan pyydetty, mikään ei muutu.',
  'It charges by the strategy again': 'Se lataa taas strategian mukaan',
  Deleted: 'Poistettu',
  'List a vehicle’s departures with their states': 'Luettele ajoneuvon lähdöt tiloineen',
  'What the readiness boards of its depots say: the states are the same.':
    'Mitä sen varikoiden valmiustaulut sanovat: tilat ovat samat.',
  'The last departure, at most 31 days ahead; 14 days ahead by default.':
    'Viimeinen lähtö, enintään 31 päivää eteenpäin; oletus 14 päivää.',
  'The departures': 'Lähdöt',
  'List a vehicle’s schedules in a range': 'Luettele ajoneuvon seisonnat ajanjaksolla',
  '`schedules` holds the dated schedules and every occurrence of a rule, which names its rule; `recurringSchedules` holds the rules with an occurrence in the range. `plan=false` leaves the plans out.':
    '`schedules` sisältää päivätyt seisonnat ja säännön jokaisen esiintymän, joka nimeää sääntönsä; `recurringSchedules` sisältää säännöt, joilla on esiintymä ajanjaksolla. `plan=false` jättää suunnitelmat pois.',
  'Create schedules, or reconcile all upcoming ones': 'Luo seisontoja tai täsmäytä kaikki tulevat',
  'The call for most integrations: send all upcoming schedules with `replaceFutureSchedules`, and they are created, updated and deleted as needed. A schedule is recognised by its departure time.':
    'Kutsu useimmille liittymille: lähetä kaikki tulevat seisonnat ja `replaceFutureSchedules`, ja niitä luodaan, muutetaan ja poistetaan tarpeen mukaan. Seisonta tunnistetaan lähtöajastaan.',
  'The ids in request order, and what went': 'Tunnukset pyynnön järjestyksessä, ja mitä poistui',
  'Change schedules by their ids': 'Muuta seisontoja tunnusten mukaan',
  'What was applied and what was skipped': 'Mitä toteutettiin ja mitä ohitettiin',
  'Get the schedule that ended last and the current or next one':
    'Hae viimeksi päättynyt seisonta ja nykyinen tai seuraava',
  'The schedules, where there are any': 'Seisonnat, jos niitä on',
  'Delete a schedule, end a rule, or skip one occurrence of it':
    'Poista seisonta, päätä sääntö tai ohita sen yksi esiintymä',
  'See what the last replans changed of a schedule’s plan':
    'Katso, mitä viimeiset uudelleensuunnittelut muuttivat seisonnan suunnitelmassa',
  'Newest first, each with its cause. Both sides speak of the time from that replan on: what had elapsed by then is the same. Empty where the schedule was planned once, or never.':
    'Uusin ensin, kukin syineen. Molemmat puolet puhuvat ajasta kyseisen uudelleensuunnittelun jälkeen: siihen mennessä kulunut on samaa. Tyhjä, jos seisonta suunniteltiin kerran tai ei koskaan.',
  'The changes': 'Muutokset',
  'Find what would end a schedule’s shortfall': 'Etsi, mikä poistaisi seisonnan vajauksen',
  'The smallest fix of each kind, for the depot as it is now; each is proven by planning with it. Computed when asked for, one at a time: it takes up to some seconds, and with `incomplete` it was ended before every kind was tried. `swap` is applied by POST /schedules/swap with both schedules, `raise-limit` by a PATCH of the location with its `powerLimits`, the others by a PATCH of the schedule (`targetSoC` and `minimumSoC`, `plannedDepartureTime`, `priority`). A schedule that reaches its target has no `shortfall` and no fixes. One that is not planned is 409 with the reason: it has ended, is frozen, is a rule (ask for one of its occurrences), begins in more than 14 days, or its vehicle is not scheduled or not known well enough.':
    'Pienin korjaus kutakin lajia, varikolle sellaisena kuin se nyt on; jokainen on todistettu suunnittelemalla sillä. Lasketaan kysyttäessä, yksi kerrallaan: se kestää joitakin sekunteja, ja `incomplete` kertoo, että haku lopetettiin ennen kuin jokainen laji oli kokeiltu. `swap` toteutetaan kutsulla POST /schedules/swap molemmilla seisonnoilla, `raise-limit` toimipaikan PATCH-kutsulla ja sen `powerLimits`-rajoilla, muut seisonnan PATCH-kutsulla (`targetSoC` ja `minimumSoC`, `plannedDepartureTime`, `priority`). Seisonnalla, joka saavuttaa tavoitteensa, ei ole `shortfall`-osaa eikä korjauksia. Suunnittelematon on 409 ja syy: se on päättynyt, on lukittu, on sääntö (kysy jotakin sen esiintymää), alkaa yli 14 päivän päästä, tai sen ajoneuvoa ei suunnitella tai ei tunneta riittävän hyvin.',
  'The shortfall, and what would end it': 'Vajaus, ja mikä sen poistaisi',
  'The location. Left out: the vehicle’s, where it has exactly one.':
    'Toimipaikka. Pois jätettynä: ajoneuvon oma, jos sillä on täsmälleen yksi.',
  'When the vehicle arrives, ISO 8601 with Z or an offset; of a rule the first arrival.':
    'Milloin ajoneuvo saapuu, ISO 8601 ja Z tai aikaero; säännöstä ensimmäinen saapuminen.',
  'When it leaves, later than the arrival and at most 31 days after it. A vehicle has one schedule with a departure time: that is how a schedule is recognised.':
    'Milloin se lähtee, saapumisen jälkeen ja enintään 31 päivää siitä. Ajoneuvolla on yksi seisonta kutakin lähtöaikaa kohti: siitä seisonta tunnistetaan.',
  'An entry that was read as an occurrence: it is taken as a dated stay, its rule is ignored.':
    'Merkintä, joka luettiin esiintymänä: se otetaan päivättynä seisontana, ja sen sääntö jätetään huomiotta.',
  'State of charge on arrival, in percent. Left out: as measured, estimated from the last known, or assumed by the location.':
    'Varaustaso saapuessa, prosentteina. Pois jätettynä: mitattu, viimeisestä tiedetystä arvioitu tai toimipaikan oletus.',
  'State of charge that is wanted at the departure, in percent. Left out: the location’s default at that moment. Above 0 and at most 1 is refused: it looks like a fraction of one.':
    'Varaustaso, joka lähdössä halutaan, prosentteina. Pois jätettynä: toimipaikan oletus sillä hetkellä. Yli 0 ja enintään 1 hylätään: se näyttää osuudelta ykkösestä.',
  'State of charge that the next duty needs, in percent. Left out: the location’s. A minimum above the target is charged all the same.':
    'Varaustaso, jonka seuraava vuoro tarvitsee, prosentteina. Pois jätettynä: toimipaikan. Tavoitetta suurempi minimi ladataan silti.',
  'Whole number from -100 to 100, 0 by default; higher goes first where there is not enough for all.':
    'Kokonaisluku väliltä -100…100, oletus 0; suurempi menee edelle, kun kaikille ei riitä.',
  'Your own reference, stored and given back.': 'Oma viitteesi, tallennetaan ja palautetaan.',
  'Your own reference of the vehicle’s duty, stored and given back.':
    'Oma viitteesi ajoneuvon vuorolle, tallennetaan ja palautetaan.',
  'RFC 5545 RRULE value, without prefix and DTSTART: it makes this a rule, whose first arrival is plannedArrivalTime, in the location’s time zone.':
    'RFC 5545:n RRULE-arvo ilman etuliitettä ja DTSTART-osaa: se tekee tästä säännön, jonka ensimmäinen saapuminen on plannedArrivalTime, toimipaikan aikavyöhykkeellä.',
  'A plan of your own, which is kept; null drops the plan. Left out: the plan stays.':
    'Oma suunnitelmasi, joka säilytetään; null poistaa suunnitelman. Pois jätettynä: suunnitelma säilyy.',
  'Where your plan comes from; with frozen the planner does not replace it.':
    'Mistä suunnitelmasi tulee; jos frozen, suunnittelu ei korvaa sitä.',
  'What is posted for each vehicle, each vehicle once, at most 500.':
    'Mitä kullekin ajoneuvolle lähetetään, kukin ajoneuvo kerran, enintään 500.',
  'If more schedules than this would be removed, nothing is changed and the answer is 409; in a batch it counts all vehicles.':
    'Jos poistettaisiin enemmän seisontoja kuin tämä, mitään ei muuteta ja vastaus on 409; erässä lasketaan kaikki ajoneuvot.',
  'True: schedules of the vehicle that depart in the future and are not among the entries are removed, ongoing ones and rules too. False by default.':
    'True: ajoneuvon tulevaisuudessa lähtevät seisonnat, jotka eivät ole merkintöjen joukossa, poistetaan, myös käynnissä olevat ja säännöt. Oletus false.',
  'The entries, at most 1,000.': 'Merkinnät, enintään 1 000.',
  'A dated schedule, or one occurrence of a rule.': 'Päivätty seisonta, tai säännön yksi esiintymä.',
  'Its departure as you read it: where it is another by now, nothing is changed and the answer is 409. Left out: whatever it is.':
    'Sen lähtö sellaisena kuin luit sen: jos se on nyt toinen, mitään ei muuteta ja vastaus on 409. Pois jätettynä: mikä tahansa.',
  'The two schedules, of two vehicles at one location.': 'Kaksi seisontaa, kahden ajoneuvon, yhdessä toimipaikassa.',
  'The changes, at most 1,000, each schedule once.': 'Muutokset, enintään 1 000, kukin seisonta kerran.',
  'The schedule, the rule, or one occurrence of it.': 'Seisonta, sääntö tai sen yksi esiintymä.',
  'Another location. Left out: it stays.': 'Toinen toimipaikka. Pois jätettynä: pysyy.',
  'When it leaves, later than the arrival and at most 31 days after it. A vehicle has one schedule with a departure time: that is how a schedule is recognised. At or before now it ends the schedule.':
    'Milloin se lähtee, saapumisen jälkeen ja enintään 31 päivää siitä. Ajoneuvolla on yksi seisonta kutakin lähtöaikaa kohti: siitä seisonta tunnistetaan. Nyt tai aiemmin päättää seisonnan.',
  'False brings an occurrence that was skipped back as its rule says, with what else is sent; one that was not skipped stays as it is.':
    'False palauttaa ohitetun esiintymän sellaisena kuin sen sääntö sanoo, muun lähetetyn kanssa; ohittamaton jää ennalleen.',
  'The position of the entry in the request, from 0.': 'Merkinnän sijainti pyynnössä, 0:sta alkaen.',
  'Why it changes nothing, a sentence for people.': 'Miksi se ei muuta mitään, lause ihmisille.',
  'Its id; an occurrence’s is the rule’s and the local date of its original arrival.':
    'Oma tunnus; esiintymällä säännön tunnus ja sen alkuperäisen saapumisen paikallinen päivämäärä.',
  'When the vehicle arrives, ISO 8601 in UTC; of a rule the first arrival.':
    'Milloin ajoneuvo saapuu, ISO 8601, UTC; säännöstä ensimmäinen saapuminen.',
  'When it leaves, ISO 8601 in UTC; of a rule the first departure.':
    'Milloin se lähtee, ISO 8601, UTC; säännöstä ensimmäinen lähtö.',
  'State of charge on arrival, in percent: measured, else as it was posted; absent where neither is known.':
    'Varaustaso saapuessa, prosentteina: mitattu, muuten lähetetty; puuttuu, kun kumpaakaan ei tiedetä.',
  'State of charge that is wanted at the departure, in percent.': 'Varaustaso, joka lähdössä halutaan, prosentteina.',
  'State of charge that the next duty needs, in percent; absent where the location’s holds. A minimum above the target is charged all the same.':
    'Varaustaso, jonka seuraava vuoro tarvitsee, prosentteina; puuttuu, kun toimipaikan pätee. Tavoitetta suurempi minimi ladataan silti.',
  'From -100 to 100; higher goes first where there is not enough for all.':
    'Väliltä -100…100; suurempi menee edelle, kun kaikille ei riitä.',
  'The sender’s own reference.': 'Lähettäjän oma viite.',
  'The sender’s own reference of the vehicle’s duty.': 'Lähettäjän oma viite ajoneuvon vuorolle.',
  'RFC 5545 RRULE value, of a rule and of its occurrences.': 'RFC 5545:n RRULE-arvo, säännöllä ja sen esiintymillä.',
  'On an occurrence the id of its rule.': 'Esiintymällä sen säännön tunnus.',
  'While its vehicle charges at full power whatever the strategy says: since when, and by whose word. Of a schedule that is over: that it did until its departure. Set by POST /schedules/{scheduleId}/charge-now.':
    'Kun sen ajoneuvo lataa täydellä teholla strategiasta riippumatta: mistä alkaen ja kenen määräyksestä. Päättyneellä seisonnalla: että niin oli lähtöön asti. Asettaa POST /schedules/{scheduleId}/charge-now.',
  'The plan for this stay, where there is one.': 'Tämän seisonnan suunnitelma, jos sellainen on.',
  'When, why and by which strategy the plan was made.': 'Milloin, miksi ja millä strategialla suunnitelma tehtiin.',
  'Beside a plan that our planner made: why it is as it is.':
    'Oman suunnittelumme tekemän suunnitelman rinnalla: miksi se on sellainen.',
  'Since when, ISO 8601.': 'Mistä alkaen, ISO 8601.',
  'The name of the person or token that asked for it.': 'Sitä pyytäneen henkilön tai tunnisteen nimi.',
  'The schedule as it is stored.': 'Seisonta sellaisena kuin se on tallennettu.',
  'The schedule as it would be.': 'Seisonta sellaisena kuin se olisi.',
  'The rules with an occurrence in the range.': 'Säännöt, joilla on esiintymä ajanjaksolla.',
  'Dated schedules and every occurrence in the range, by arrival, then id.':
    'Päivätyt seisonnat ja jokainen esiintymä ajanjaksolla, saapumisen, sitten tunnuksen mukaan.',
  'True: it is done, or with dryRun could be.': 'True: se on tehty, tai dryRun: se voitaisiin tehdä.',
  'What was done, a sentence for people.': 'Mitä tehtiin, lause ihmisille.',
  'With dryRun: both schedules as they are and as they would be, in request order.':
    'dryRun: molemmat seisonnat sellaisina kuin ne ovat ja kuin ne olisivat, pyynnön järjestyksessä.',
  'With dryRun: the schedule as it is and as it would be.': 'dryRun: seisonta sellaisena kuin se on ja kuin se olisi.',
  'False when nothing was applied.': 'False, kun mitään ei toteutettu.',
  'Ids that are unknown, of another vehicle, or ended.':
    'Tunnukset, jotka ovat tuntemattomia, toisen ajoneuvon tai päättyneitä.',
  'The schedule that ended last; absent where none has.':
    'Viimeksi päättynyt seisonta; puuttuu, jos mikään ei ole päättynyt.',
  'The ongoing schedule, else the next to begin; absent where none is to come.':
    'Käynnissä oleva seisonta, muuten seuraava; puuttuu, jos mitään ei ole tulossa.',
} satisfies Record<keyof typeof deSchedules, string>
