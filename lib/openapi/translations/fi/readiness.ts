import type { deReadiness } from '@/lib/openapi/translations/de/readiness'

/** What the API document says of readiness, in Finnish, by its English text. */
export const fiReadiness = {
  'Get an alarm': 'Hae hälytys',
  'The id of the alarm.': 'Hälytyksen tunnus.',
  'The alarm': 'Hälytys',
  'Say that somebody sees to an alarm': 'Kerro, että joku hoitaa hälytyksen',
  'The alarm stays until its cause has gone, but need not be told of any more. Again with the same name changes nothing; with another it is refused with 409, and the answer says who was first. With `dryRun=true` the answer is the same and nothing is stored.':
    'Hälytys pysyy, kunnes sen syy on poistunut, mutta siitä ei tarvitse enää ilmoittaa. Sama nimi uudelleen ei muuta mitään; toinen nimi hylätään tilalla 409, ja vastaus kertoo, kuka oli ensin. Kun `dryRun=true`, vastaus on sama eikä mitään tallenneta.',
  'With true it is only tried, and nothing is stored.': 'Arvolla true vain kokeillaan, eikä mitään tallenneta.',
  'The alarm with the name': 'Hälytys nimen kanssa',
  'The id of the location.': 'Toimipaikan tunnus.',
  'List the alarms of a depot': 'Luettele varikon hälytykset',
  'An alarm is raised when its cause has lasted for a while (up to 5 minutes, by its kind), goes on while the cause does, and ends when it has been gone for a while. There is one of a kind about a vehicle’s stay, an evse, a station or the site. The stream tells of `alarms` when one is raised, changes or ends.':
    'Hälytys annetaan, kun sen syy on kestänyt jonkin aikaa (lajin mukaan enintään 5 minuuttia), se jatkuu niin kauan kuin syy ja päättyy, kun syy on ollut jonkin aikaa poissa. Kutakin lajia on yksi ajoneuvon seisontaa, latauspistettä, asemaa tai kohdetta kohti. Tapahtumavirta kertoo `alarms`, kun hälytys annetaan, muuttuu tai päättyy.',
  'Those that go on (where it is left out), that are over, or both.':
    'Jatkuvat (myös pois jätettynä), päättyneet tai molemmat.',
  'Only alarms after this one in the list: the `before` of an answer goes on from there.':
    'Vain hälytykset tämän jälkeen luettelossa: vastauksen `before` jatkaa siitä.',
  'How many at most: 1000 open ones, else 100, where it is left out.':
    'Enimmäismäärä; pois jätettynä 1000 avointa, muuten 100.',
  'The alarms': 'Hälytykset',
  'Who has seen to it; the caller’s own name where it is left out.':
    'Kuka hoitaa tai hoiti sen; pois jätettynä kutsujan oma nimi.',
  'Since when its cause is there, as far as a fact says it.':
    'Mistä alkaen sen syy on ollut, sikäli kuin tosiasia sen kertoo.',
  'When it was raised: its cause had lasted for a while by then.':
    'Milloin se annettiin: sen syy oli silloin kestänyt jo jonkin aikaa.',
  'When it ended: its cause had been gone for a while by then. Left out: it goes on.':
    'Milloin se päättyi: sen syy oli silloin ollut jo jonkin aikaa poissa. Pois jätettynä: se jatkuu.',
  'What is wrong and why, as sentences for people.': 'Mikä on vialla ja miksi, lauseina ihmisille.',
  'What to do about it, as a sentence for people.': 'Mitä sille voi tehdä, lause ihmisille.',
  'What the cause is made of; empty: nothing more is known; left out: the alarm is of an earlier version.':
    'Mistä syy koostuu; tyhjä: enempää ei tiedetä; pois jätettynä: hälytys on aiemmasta versiosta.',
  'Who has seen to it; left out: nobody has yet.': 'Kuka on hoitanut sen; pois jätettynä: ei vielä kukaan.',
  'When.': 'Milloin.',
  'The name of who has seen to it.': 'Sen hoitaneen nimi.',
  'The id of the vehicle that it is about.': 'Sen ajoneuvon tunnus, jota asia koskee.',
  'The name of that vehicle.': 'Tuon ajoneuvon nimi.',
  'The id of the schedule that it is about.': 'Sen seisonnan tunnus, jota asia koskee.',
  'The id of the charging station that it is about or at which the vehicle stands.':
    'Sen latausaseman tunnus, jota asia koskee tai jossa ajoneuvo on.',
  'The number of the evse there.': 'Siellä olevan latauspisteen numero.',
  'What people call that place.': 'Millä nimellä ihmiset paikan tuntevat.',
  'What is wrong: the site draws more than its limit; a vehicle will leave below what it needs, does not charge, is not plugged in or gets less than it was given; a charging station reports a fault or is offline; the last import left something out.':
    'Mikä on vialla: kohde ottaa enemmän kuin sen raja; ajoneuvo lähtee vajaana, ei lataa, ei ole kytketty tai saa vähemmän kuin sille annettiin; latausasema ilmoittaa viasta tai siihen ei ole yhteyttä; viimeinen tuonti jätti jotain pois.',
  'Why the vehicle is in that state.': 'Miksi ajoneuvo on tässä tilassa.',
  'The state of charge with which it will leave, in whole percent.':
    'Varaustaso, jolla se lähtee, kokonaisina prosentteina.',
  'The state of charge that it needs, in whole percent.': 'Varaustaso, jonka se tarvitsee, kokonaisina prosentteina.',
  'Whether that is its minimum.': 'Onko se sen minimi.',
  'What it gets of what it was given, in percent.': 'Paljonko se saa siitä, mitä sille annettiin, prosentteina.',
  'What the site draws, in whole kW.': 'Mitä kohde ottaa, kokonaisina kilowatteina (kW).',
  'The limit of the site, in whole kW.': 'Kohteen raja, kokonaisina kilowatteina (kW).',
  'How many vehicles are plugged in there.': 'Montako ajoneuvoa siihen on kytketty.',
  'The faults that the charger reports.': 'Viat, jotka latausasema ilmoittaa.',
  'The name of the import.': 'Tuonnin nimi.',
  'How many entries it left out.': 'Montako merkintää se jätti pois.',
  'The first of them.': 'Niistä ensimmäiset.',
  'Why a departure is in its state, or has no plan.': 'Miksi lähtö on tilassaan tai ilman suunnitelmaa.',
  'Open ones by what matters most among the latest, then the latest first; with those that are over the latest first.':
    'Avoimet sen mukaan, mikä viimeisimmistä on tärkeintä, sitten uusin ensin; päättyneiden kanssa uusin ensin.',
  'Pass it as `before` for the alarms raised before these.':
    'Anna se `before`-arvona saadaksesi tätä aiemmin annetut hälytykset.',
  'The moment of which all of this is, ISO 8601.': 'Hetki, jota tämä kaikki kuvaa, ISO 8601.',
  'Departures from this moment on, ISO 8601.': 'Lähdöt tästä hetkestä, ISO 8601.',
  'Departures until this moment, ISO 8601.': 'Lähdöt tähän hetkeen asti, ISO 8601.',
  'What needs attention first, then by departure.': 'Ensin se, mikä vaatii huomiota, sitten lähdön mukaan.',
  'Vehicles that are here.': 'Täällä olevat ajoneuvot.',
  'Departures that are ready.': 'Valmiit lähdöt.',
  'Departures that will miss or are at risk.': 'Lähdöt, jotka jäävät vajaaksi tai ovat vaarassa.',
  'Vehicles that are due and not plugged in.': 'Ajoneuvot, joiden pitäisi olla täällä ja joita ei ole kytketty.',
  'Vehicles that are connected and that no schedule names, known ones and strangers.':
    'Kytketyt ajoneuvot, joita mikään seisonta ei nimeä, tunnetut ja tuntemattomat.',
  'How many vehicles and departures.': 'Montako ajoneuvoa ja lähtöä.',
  'What the whole site draws now, kW.': 'Mitä koko kohde nyt ottaa, kW.',
  'Whether chargers said what all vehicles draw now, or plans stand in for some of it.':
    'Kertoivatko latausasemat, mitä kaikki ajoneuvot nyt ottavat, vai onko osassa suunnitelma sijalla.',
  'What the whole site was to draw now by the plans, kW.':
    'Mitä koko kohteen oli suunnitelmien mukaan määrä nyt ottaa, kW.',
  'The site’s own consumption now, kW.': 'Kohteen oma kulutus nyt, kW.',
  'What connected vehicles without a schedule draw of it now, kW; left out where they draw nothing.':
    'Mitä kytketyt ajoneuvot ilman seisontaa siitä nyt ottavat, kW; jätetty pois, jos ne eivät ota mitään.',
  'The limit that holds now, kW.': 'Nyt pätevä raja, kW.',
  'The highest quarter-hour mean by the plans, kW.': 'Suurin vartin keskiarvo suunnitelmien mukaan, kW.',
  'The same if every vehicle took its full power from its arrival, kW.':
    'Sama, jos jokainen ajoneuvo ottaisi täyden tehonsa saapumisestaan alkaen, kW.',
  'The power of the whole site.': 'Koko kohteen teho.',
  'The last word of any charger here, ISO 8601. Left out: no charger has reported for 24 hours, so that who is here and how full is taken from the timetable and the plans.':
    'Jonkin täällä olevan latausaseman viimeinen viesti, ISO 8601. Pois jätettynä: mikään latausasema ei ole ilmoittanut 24 tuntiin, joten se, ketkä ovat täällä ja kuinka täynnä, otetaan aikataulusta ja suunnitelmista.',
  'Only in the first two minutes in which its charging stations connect, while some have yet to: a vehicle that is due, and of which they have said nothing, is taken as the timetable has it and never as not plugged in.':
    'Vain kahden ensimmäisen minuutin aikana, kun latausasemat ottavat yhteyttä ja osa on vielä ottamatta: ajoneuvo, jonka pitäisi olla täällä ja josta ne eivät ole sanoneet mitään, otetaan aikataulun mukaan eikä koskaan kytkemättömänä.',
  'How many of its charging stations are connected.': 'Moneenko sen latausasemista on yhteys.',
  'How many charging stations it has.': 'Montako latausasemaa sillä on.',
  'Since when no charger here has said anything although vehicles charge; only where that is over 15 minutes.':
    'Mistä alkaen mikään täällä oleva latausasema ei ole sanonut mitään, vaikka ajoneuvot lataavat; vain kun siitä on yli 15 minuuttia.',
  'Since when the location has waited for a plan, ISO 8601; only where that is over a minute.':
    'Mistä alkaen toimipaikka on odottanut suunnitelmaa, ISO 8601; vain kun siitä on yli minuutti.',
  'The last time that the location was planned; left out where it never was.':
    'Milloin toimipaikka viimeksi suunniteltiin; jätetty pois, jos ei koskaan.',
  'When it was made, ISO 8601.': 'Milloin se tehtiin, ISO 8601.',
  'What it was made for.': 'Minkä vuoksi se tehtiin.',
  'Whether something has changed since and a new plan is under way.':
    'Onko jotain muuttunut sen jälkeen ja uusi suunnitelma tulossa.',
  'Why the latest try failed, a sentence; the plans before it hold.':
    'Miksi viimeinen yritys epäonnistui, lause; sitä edeltävät suunnitelmat pätevät.',
  'The last time that planning changed a plan of the next 36 hours; left out where that is long ago.':
    'Milloin suunnittelu viimeksi muutti jotain seuraavien 36 tunnin suunnitelmaa; jätetty pois, jos siitä on kauan.',
  'What for.': 'Minkä vuoksi.',
  'How many plans of the next 36 hours it changed.': 'Montako seuraavien 36 tunnin suunnitelmaa se muutti.',
  'The highest planned power of the site before it, kW.': 'Kohteen suurin suunniteltu teho ennen sitä, kW.',
  'The same after it, kW.': 'Sama sen jälkeen, kW.',
  'The schedule, with the outline of its plan.': 'Seisonta ja sen suunnitelman ääriviivat.',
  'Name of the vehicle.': 'Ajoneuvon nimi.',
  'License plate of the vehicle.': 'Ajoneuvon rekisteritunnus.',
  'What to do about it, as a sentence for people; left out where there is nothing to do.':
    'Mitä sille voi tehdä, lause ihmisille; jätetty pois, jos tehtävää ei ole.',
  'Where the vehicle is plugged in; left out where it is not, or where nobody says it.':
    'Mihin ajoneuvo on kytketty; jätetty pois, jos sitä ei ole kytketty tai kukaan ei kerro sitä.',
  'What people call it: its parking place, or its charging station.':
    'Millä nimellä ihmiset paikan tuntevat: pysäköintipaikka tai latausasema.',
  'The id of the charging station.': 'Latausaseman tunnus.',
  'Since when it is in this state, where a fact says so.':
    'Mistä alkaen se on ollut tässä tilassa, jos jokin tosiasia sen kertoo.',
  'The other states that hold too, after the one that comes first.':
    'Muut tilat, jotka myös pätevät, ensimmäisen jälkeen.',
  'What its charger gives of what was ordered, from 0 to 1, while that is too little.':
    'Mitä sen latausasema antaa pyydetystä, 0–1, kun se on liian vähän.',
  'The state of charge now, in percent, and how it is known.': 'Varaustaso nyt, prosentteina, ja miten se tiedetään.',
  'State of charge, in percent.': 'Varaustaso, prosentteina.',
  'Where it comes from; planned: counted on from the last known value by the plan.':
    'Mistä se tulee; planned: viimeisestä tiedetystä arvosta suunnitelman mukaan eteenpäin laskettu.',
  'Of what moment the last known value is, ISO 8601.': 'Miltä hetkeltä viimeinen tiedetty arvo on, ISO 8601.',
  'How far it may be off, in points, where it is no reading.':
    'Kuinka paljon se voi heittää, prosenttiyksikköinä, kun se ei ole luettu.',
  'State of charge at the departure, in percent, as it looks now.':
    'Varaustaso lähdössä, prosentteina, siltä kuin nyt näyttää.',
  'How far it goes with that, in km; left out where its battery or its consumption is not known.':
    'Kuinka pitkälle sillä pääsee, km; jätetty pois, jos akkua tai kulutusta ei tiedetä.',
  'What is missing then of the minimum, or of the target where there is no minimum, in percent.':
    'Mitä silloin puuttuu minimistä, tai tavoitteesta, jos minimiä ei ole, prosentteina.',
  'The same as energy of the battery, in kWh.': 'Sama akun energiana, kWh.',
  'Time to spare if it charged from now on as fast as it can, to its target, in minutes.':
    'Pelivara, jos se lataisi tästä hetkestä niin nopeasti kuin voi, tavoitteeseensa, minuutteina.',
  'For how long it has been due and not been plugged in, in minutes.':
    'Kauanko sen olisi jo pitänyt olla täällä kytkettynä, minuutteina.',
  'The last word of the chargers on this vehicle, ISO 8601; only while it is connected.':
    'Latausasemien viimeinen viesti tästä ajoneuvosta, ISO 8601; vain kun se on kytkettynä.',
  'How it stands with a departure: the first state that holds.': 'Miten lähdön laita on: ensimmäinen tila, joka pätee.',
  'The location.': 'Toimipaikka.',
  'The beginning of the range, epoch milliseconds.': 'Ajanjakson alku, epoch-millisekunteja.',
  'The end of the range, epoch milliseconds.': 'Ajanjakson loppu, epoch-millisekunteja.',
  'The stays that overlap the range, by arrival, then id.':
    'Seisonnat, jotka osuvat ajanjaksolle, saapumisen, sitten tunnuksen mukaan.',
  'The schedule’s id.': 'Seisonnan oma tunnus.',
  'The vehicle’s id.': 'Ajoneuvon oma tunnus.',
  'The planned arrival, epoch milliseconds.': 'Suunniteltu saapuminen, epoch-millisekunteja.',
  'The planned departure, epoch milliseconds.': 'Suunniteltu lähtö, epoch-millisekunteja.',
  'What is charged to, percent.': 'Mihin ladataan, prosentteina.',
  'The SoC at the departure as the board computes it, percent; absent where it is not known.':
    'SoC lähdössä sellaisena kuin taulu sen laskee, prosentteina; puuttuu, jos sitä ei tiedetä.',
  'The departure’s state, as on the readiness board; absent once the stay is over.':
    'Lähdön tila kuten valmiustaululla; puuttuu, kun seisonta on ohi.',
  'Why it is in its state, where that is known.': 'Miksi se on tilassaan, jos se tiedetään.',
  'The sender’s own reference of the duty that follows, where there is one.':
    'Lähettäjän oma viite seuraavalle vuorolle, jos sellainen on.',
  'True where the plan is frozen.': 'True, kun suunnitelma on lukittu.',
  'Who asked that it charges at full power, whatever the strategy says; absent where nobody did.':
    'Kuka pyysi, että se lataa täydellä teholla strategiasta riippumatta; puuttuu, jos kukaan ei pyytänyt.',
  'What people call the place where the vehicle is plugged in; absent where it is not, or where nobody says it.':
    'Millä nimellä ihmiset tuntevat paikan, johon ajoneuvo on kytketty; puuttuu, jos sitä ei ole kytketty tai kukaan ei kerro sitä.',
  'The vehicle’s maximum power, kW; absent where it is not known.':
    'Ajoneuvon suurin teho, kW; puuttuu, jos sitä ei tiedetä.',
  'What elapsed of its plans: from, to (minutes after the arrival) and power (kW) of each step with power.':
    'Mitä sen suunnitelmista on kulunut: kunkin tehollisen portaan alku, loppu (minuutteja saapumisesta) ja teho (kW).',
  'What is planned: from, to (minutes after the arrival) and power (kW) of each step with power.':
    'Mitä on suunniteltu: kunkin tehollisen portaan alku, loppu (minuutteja saapumisesta) ja teho (kW).',
  'By departure; what the readiness boards of its depots say.':
    'Lähdön mukaan; mitä sen varikoiden valmiustaulut sanovat.',
} satisfies Record<keyof typeof deReadiness, string>
