import type { dePlans } from '@/lib/openapi/translations/de/plans'

/** What the API document says of plans, in Finnish, by its English text. */
export const fiPlans = {
  'The time before the departure that the plan keeps free, in milliseconds.':
    'Aika ennen lähtöä, jonka suunnitelma pitää vapaana, millisekunteina.',
  'State of charge at the departure by this plan, in percent.':
    'Varaustaso lähdössä tämän suunnitelman mukaan, prosentteina.',
  'When the last energy is delivered, in epoch milliseconds.':
    'Milloin viimeinen energia annetaan, epoch-millisekunteina.',
  'Energy that this plan delivers to the vehicle, in kWh.': 'Energia, jonka tämä suunnitelma antaa ajoneuvolle, kWh.',
  'Whether the target is reached by this plan.': 'Saavutetaanko tavoite tällä suunnitelmalla.',
  'Whether charging goes on in the departure margin, because the target could not be reached otherwise.':
    'Jatkuuko lataus lähtömarginaaliin, koska tavoitetta ei voitu muuten saavuttaa.',
  'What the plan was made from.': 'Mistä suunnitelma tehtiin.',
  'When the vehicle can begin to charge, in epoch milliseconds.':
    'Milloin ajoneuvo voi alkaa ladata, epoch-millisekunteina.',
  'Its departure, in epoch milliseconds.': 'Sen lähtö, epoch-millisekunteina.',
  'State of charge that the plan starts from, in percent.': 'Varaustaso, josta suunnitelma alkaa, prosentteina.',
  'Where that comes from: measured in this stay, posted, estimated from the last known SoC less the trip, or assumed by the location.':
    'Mistä se tulee: mitattu tässä seisonnassa, lähetetty, arvioitu viimeisestä tiedetystä SoC:stä matka vähennettynä, tai toimipaikan oletus.',
  'State of charge that is charged to, in percent.': 'Varaustaso, johon ladataan, prosentteina.',
  'Higher goes first where there is not enough for all.': 'Suurempi menee edelle, kun kaikille ei riitä.',
  'The vehicle as the plan knew it.': 'Ajoneuvo sellaisena kuin suunnitelma sen tunsi.',
  'Usable battery, in kWh.': 'Käytettävä akku, kWh.',
  'Most power that the vehicle takes, in kW.': 'Suurin teho, jonka ajoneuvo ottaa, kW.',
  'Most power by state of charge, linear between the points: as entered, learned or usual. Left out: flat.':
    'Suurin teho varaustason mukaan, lineaarinen pisteiden välillä: annettu, opittu tai tavanomainen. Pois jätettynä: tasainen.',
  'Whether charging can pause and go on.': 'Voiko lataus pitää tauon ja jatkua.',
  'Energy from the start SoC to the target, in kWh.': 'Energia alun SoC:stä tavoitteeseen, kWh.',
  'That and the energy of preconditioning, in kWh.': 'Se ja esilämmityksen energia, kWh.',
  'What has to be done before the vehicle leaves.': 'Mitä on tehtävä ennen kuin ajoneuvo lähtee.',
  'Energy that heating or cooling takes before the departure, in kWh.':
    'Energia, jonka lämmitys tai jäähdytys vie ennen lähtöä, kWh.',
  'How long heating or cooling takes, in milliseconds.': 'Kauanko lämmitys tai jäähdytys kestää, millisekunteina.',
  'How long conditioning the battery takes, in milliseconds; no charging in that time.':
    'Kauanko akun lämpötilan säätö kestää, millisekunteina; sinä aikana ei ladata.',
  'The settings that the plan was made with.': 'Asetukset, joilla suunnitelma tehtiin.',
  'Minimum power that is not 0, in kW.': 'Pienin teho, joka ei ole 0, kW.',
  'Most power allowed, in kW.': 'Suurin sallittu teho, kW.',
  'Minutes before the departure by which charging is to be done.':
    'Minuutit ennen lähtöä, joihin mennessä latauksen on oltava valmis.',
  'What the next duty needs, in percent.': 'Mitä seuraava vuoro tarvitsee, prosentteina.',
  'Where the phase bulk ends and saturation begins, in percent.':
    'Missä vaihe bulk (päälataus) päättyy ja saturation (loppulataus) alkaa, prosentteina.',
  'Ideal powers by phase; an empty list for none.': 'Ihannetehot vaiheittain; tyhjä luettelo, jos ei ole.',
  'The phase of charging in which the rule holds.': 'Latauksen vaihe, jossa sääntö pätee.',
  'Power in kW at or below which the vehicle stays in this phase; null for none.':
    'Teho kilowatteina (kW), jossa tai jonka alla ajoneuvo pysyy tässä vaiheessa; null: ei ole.',
  'What the chargers said of the session.': 'Mitä latausasemat sanoivat latauksesta.',
  'When charging really began, ISO 8601; absent while it is not known.':
    'Milloin lataus todella alkoi, ISO 8601; puuttuu, kunnes se tiedetään.',
  'When charging really ended, ISO 8601; absent while it is not known.':
    'Milloin lataus todella päättyi, ISO 8601; puuttuu, kunnes se tiedetään.',
  'What is to come, without a gap and in order; empty where nothing is.':
    'Mitä on tulossa, aukotta ja järjestyksessä; tyhjä, jos mitään ei ole.',
  'What was before the plan was made: measured, else as planned then; empty where nothing is past.':
    'Mitä oli ennen suunnitelman tekoa: mitattuna, muuten silloin suunniteltuna; tyhjä, jos mitään ei ole mennyt.',
  'When it begins, in epoch milliseconds.': 'Alku, epoch-millisekunteina.',
  'When it ends, in epoch milliseconds.': 'Loppu, epoch-millisekunteina.',
  'How long it lasts, in milliseconds.': 'Kesto, millisekunteina.',
  'Constant power at the vehicle, in kW.': 'Tasainen teho ajoneuvossa, kW.',
  'Energy of the segment at the vehicle, in kWh.': 'Jakson energia ajoneuvossa, kWh.',
  'State of charge at its beginning, in percent.': 'Varaustaso sen alussa, prosentteina.',
  'State of charge at its end, in percent.': 'Varaustaso sen lopussa, prosentteina.',
  'True where the vehicle draws nothing although it could.': 'True, kun ajoneuvo ei ota mitään, vaikka voisi.',
  'True where the vehicle is left at its own maximum power; powerkW is what the plan counts with.':
    'True, kun ajoneuvo jätetään omalle suurimmalle teholleen; powerkW on se, millä suunnitelma laskee.',
  'True where a limit holds the vehicle below its maximum, and it is no pause.':
    'True, kun raja pitää ajoneuvon alle sen suurimman tehon eikä kyse ole tauosta.',
  'The phase of charging, one word: minimum (below the minimum SoC), bulk, saturation (above the bulk SoC), preconditioning, or idle (the target is reached).':
    'Latauksen vaihe, yksi sana: minimum (alle minimivarauksen), bulk (päälataus), saturation (yli bulk-rajan, loppulataus), preconditioning (esilämmitys) tai idle (tavoite on saavutettu).',
  'True: the planner does not replace this plan and counts it as a fixed load. A change of arrival, departure or location ends that.':
    'True: suunnittelu ei korvaa tätä suunnitelmaa ja laskee sen kiinteäksi kuormaksi. Saapumisen, lähdön tai toimipaikan muutos päättää sen.',
  'The strategy that the plan was made with.': 'Strategia, jolla suunnitelma tehtiin.',
  'The version of the strategy.': 'Strategian versio.',
  'When the plan was made, ISO 8601.': 'Milloin suunnitelma tehtiin, ISO 8601.',
  'What it was made for, a sentence for people.': 'Minkä vuoksi se tehtiin, lause ihmisille.',
  'What a depot’s plans aim at, once every vehicle is ready: the lowest peak (`peak-supression`, spelt so), the lowest bill, the flattest load, or charging as soon as possible.':
    'Mihin varikon suunnitelmat tähtäävät, kun jokainen ajoneuvo on valmis: pienimpään huippuun (`peak-supression`, näin kirjoitettuna), pienimpään laskuun, tasaisimpaan kuormaan, tai lataukseen mahdollisimman pian.',
  'The limit in that time, in kW.': 'Raja sinä aikana, kW.',
  'Power in kW at or below which a vehicle stays in this phase; null for none.':
    'Teho kilowatteina (kW), jossa tai jonka alla ajoneuvo pysyy tässä vaiheessa; null: ei ole.',
  'To the target, in minutes.': 'Tavoitteeseen, minuutteina.',
  'To the minimum SoC, in minutes.': 'Minimivaraukseen, minuutteina.',
  'Time that full power would leave over before the departure margin.':
    'Aika, jonka täysi teho jättäisi yli ennen lähtömarginaalia.',
  'What is missing at the departure; absent where the target is reached.':
    'Mitä lähdössä puuttuu; ei mukana, kun tavoite saavutetaan.',
  'A reason for each of the plan’s segments, in the same order.':
    'Syy jokaiselle suunnitelman jaksolle, samassa järjestyksessä.',
  'What the planner says of its own plan, read-only. `reasons` has one for each of `plan.segments`, in the same order. `slack` is the time in minutes that full power leaves over before the departure margin, to the target and to the minimum SoC, when the plan was made (`planMeta.timestamp`); below 0 the stay is too short, or needs its margin; left out where no power is allowed. The readiness board leaves `reasons` empty.':
    'Mitä suunnittelu sanoo omasta suunnitelmastaan, vain luettava. `reasons` sisältää syyn jokaiselle jaksolle `plan.segments`, samassa järjestyksessä. `slack` on aika minuutteina, jonka täysi teho jättää yli ennen lähtömarginaalia, tavoitteeseen ja minimivaraukseen, kun suunnitelma tehtiin (`planMeta.timestamp`); alle 0: seisonta on liian lyhyt tai tarvitsee marginaalinsa; jätetty pois, kun tehoa ei sallita. Valmiustaulu jättää `reasons`-luettelon tyhjäksi.',
  'What binds.': 'Mikä rajoittaa.',
  'Energy that is missing at the departure, in kWh.': 'Energia, joka lähdössä puuttuu, kWh.',
  'The same in points of SoC.': 'Sama SoC-prosenttiyksikköinä.',
  'State of charge at the departure, in percent.': 'Varaustaso lähdössä, prosentteina.',
  'The target, in percent.': 'Tavoite, prosentteina.',
  'The minimum that is missed, in percent; absent where it is reached.':
    'Minimi, joka jää saavuttamatta, prosentteina; puuttuu, kun se saavutetaan.',
  'Time to the target at full power, in minutes.': 'Aika tavoitteeseen täydellä teholla, minuutteina.',
  'Time until the departure, its margin included, in minutes.': 'Aika lähtöön marginaaleineen, minuutteina.',
  'What is missing at the departure, and what binds: `cannot-charge` (no power is allowed), `stay-too-short` (even full power all the time would not do), `started-too-late` (the stay was long enough, but time went by), `charging-curve` (at its maximum it would be ready, but its battery takes less as it fills), `site-limit` (others and the limit). `neededMinutes` at full power, `availableMinutes` until the departure, its margin included.':
    'Mitä lähdössä puuttuu, ja mikä rajoittaa: `cannot-charge` (tehoa ei sallita), `stay-too-short` (edes täysi teho koko ajan ei riittäisi), `started-too-late` (seisonta oli riittävän pitkä, mutta aikaa kului), `charging-curve` (suurimmalla tehollaan se ehtisi, mutta sen akku ottaa vähemmän täyttyessään), `site-limit` (muut ja tehoraja). `neededMinutes` täydellä teholla, `availableMinutes` lähtöön marginaaleineen.',
  'When the segment begins, in epoch milliseconds.': 'Milloin jakso alkaa, epoch-millisekunteina.',
  'When the segment ends, in epoch milliseconds.': 'Milloin jakso päättyy, epoch-millisekunteina.',
  'Why the segment is as it is.': 'Miksi jakso on sellainen.',
  'The target that is reached, in percent.': 'Tavoite, joka on saavutettu, prosentteina.',
  'Power at the vehicle, in kW.': 'Teho ajoneuvossa, kW.',
  'When it goes on, in epoch milliseconds.': 'Milloin se jatkuu, epoch-millisekunteina.',
  'The lower price that it waits for, in the tariff’s currency.':
    'Halvempi hinta, jota se odottaa, tariffin valuutassa.',
  'The price now, in the tariff’s currency.': 'Hinta nyt, tariffin valuutassa.',
  'The limit of the site, in kW.': 'Kohteen raja, kW.',
  'What vehicles without a schedule draw of that limit, in kW; absent where it is nothing.':
    'Mitä ajoneuvot ilman seisontaa ottavat tästä rajasta, kW; puuttuu, kun se on nolla.',
  'When that ends, in epoch milliseconds.': 'Milloin se päättyy, epoch-millisekunteina.',
  'The peak of the site that is not to be passed, in kW.': 'Kohteen huippu, jota ei pidä ylittää, kW.',
  'The phase of charging whose ideal power holds.': 'Latauksen vaihe, jonka ihanneteho pätee.',
  'Why a segment is as it is. `waits-…`: it draws nothing although it could; `at` is when it goes on, `until` when the segment ends. `held-…`: it draws less than it could. `charger-…`: no plan reaches it, so this is an estimate of what it draws (at full power where its charger follows no limits, as it was told last where the charger is offline). `from`, `to`, `at`, `until` are epoch ms, powers kW at the vehicle, `limitKw` and `peakKw` kW at the site, prices per kWh in the tariff’s currency.':
    'Miksi jakso on sellainen. `waits-…`: se ei ota mitään, vaikka voisi; `at` on, milloin se jatkuu, `until`, milloin jakso päättyy. `held-…`: se ottaa vähemmän kuin voisi. `charger-…`: mikään suunnitelma ei tavoita sitä, joten tämä on arvio siitä, mitä se ottaa (täysi teho, jos sen latausasema ei noudata rajoja; viimeisen ohjeen mukaan, jos asemaan ei ole yhteyttä). `from`, `to`, `at`, `until` ovat epoch-millisekunteja, tehot kW ajoneuvossa, `limitKw` ja `peakKw` kW kohteessa, hinnat kilowattituntia kohti tariffin valuutassa.',
  'When it ends.': 'Loppu.',
  'What is missing; absent where the target is reached.': 'Mitä puuttuu; ei mukana, kun tavoite saavutetaan.',
  'The smallest fix of each kind.': 'Pienin korjaus kutakin lajia.',
  'True: the search was ended before every kind was tried.':
    'True: haku lopetettiin ennen kuin jokainen laji oli kokeiltu.',
  'The smallest fix of each kind, each proven by planning with it. `incomplete`: the search took too long and was ended, so there may be others.':
    'Pienin korjaus kutakin lajia, jokainen todistettu suunnittelemalla sillä. `incomplete`: haku kesti liian kauan ja lopetettiin, joten muitakin voi olla.',
  'Which change it is.': 'Mikä muutos se on.',
  'The schedule to swap with.': 'Seisonta, jonka kanssa vaihdetaan.',
  'Its vehicle, which takes over this schedule’s departure, target, minimum, priority and block.':
    'Sen ajoneuvo, joka ottaa tämän seisonnan lähdön, tavoitteen, minimin, prioriteetin ja autokierron.',
  'Its departure, at which this vehicle leaves instead.': 'Sen lähtö, johon tämä ajoneuvo sen sijaan lähtee.',
  'Its target, in percent, which this vehicle charges to instead.':
    'Sen tavoite, prosentteina, johon tämä ajoneuvo sen sijaan lataa.',
  'Its duty, where it has one, which this vehicle takes over.':
    'Sen vuoro, jos sellainen on, jonka tämä ajoneuvo ottaa.',
  'By how much the limit is raised, in kW.': 'Kuinka paljon rajaa nostetaan, kW.',
  'When the higher limit begins.': 'Milloin korkeampi raja alkaa.',
  'When the higher limit ends.': 'Milloin korkeampi raja päättyy.',
  'When it begins.': 'Alku.',
  'The limits.': 'Rajat.',
  'The location’s limits with this fix, past dates left out: what to PATCH the location with.':
    'Toimipaikan rajat tällä korjauksella, menneet päivät pois jätettyinä: mitä toimipaikan PATCH-kutsuun tulee.',
  'The lower target, in percent.': 'Alempi tavoite, prosentteina.',
  'The minimum, in percent, that is lowered with the target; absent where the target stays above it.':
    'Minimi, prosentteina, jota lasketaan tavoitteen kanssa; puuttuu, kun tavoite jää sen yläpuolelle.',
  'How much later it leaves, in minutes.': 'Kuinka paljon myöhemmin se lähtee, minuutteina.',
  'The later departure.': 'Myöhempi lähtö.',
  'The higher priority.': 'Suurempi prioriteetti.',
  'The other schedule.': 'Toinen seisonta.',
  'Its vehicle.': 'Sen ajoneuvo.',
  'How many points of SoC it loses.': 'Montako SoC-prosenttiyksikköä se menettää.',
  'The schedules that lose by it.': 'Seisonnat, jotka häviävät siinä.',
  'One change that ends the shortfall. `swap`: another vehicle of the depot takes over the duty and this one takes its, and both leave with their targets and nobody with less: POST /schedules/swap with both ids. `raise-limit`: PATCH the location with `powerLimits` as it is here (it keeps the other dates; send If-Match). `lower-target`: PATCH the schedule’s `targetSoC`, and its `minimumSoC` where the fix has one: the shortfall is then accepted. `later-departure`: its `plannedDepartureTime`, to `to`. `higher-priority`: its `priority`; `costs` says whom that takes how many SoC points.':
    'Yksi muutos, joka poistaa vajauksen. `swap`: varikon toinen ajoneuvo ottaa vuoron ja tämä sen vuoron, ja molemmat lähtevät tavoitteissaan eikä kukaan vajaampana: POST /schedules/swap molemmilla tunnuksilla. `raise-limit`: toimipaikan PATCH, jossa `powerLimits` kuten tässä (muut päivät säilyvät; lähetä If-Match). `lower-target`: PATCH seisonnan arvolle `targetSoC`, ja sen `minimumSoC`, jos korjauksessa on se: vajaus hyväksytään silloin. `later-departure`: sen `plannedDepartureTime`, arvoon `to`. `higher-priority`: sen `priority`; `costs` kertoo, keneltä se vie ja montako SoC-prosenttiyksikköä.',
} satisfies Record<keyof typeof dePlans, string>
