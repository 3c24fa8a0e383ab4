import type { deReports } from '@/lib/openapi/translations/de/reports'

/** What the API document says of reports, in Finnish, by its English text. */
export const fiReports = {
  'Get the report of a month, a week or another time: energy, cost, peak and readiness':
    'Hae kuukauden, viikon tai muun ajan raportti: energia, kustannukset, huippu ja valmius',
  'What happened, beside what was planned and what charging without control would have been. Energies are the vehicles’, at the vehicles; peaks and costs are the site’s, as in its load. A time is a `month`, a `week`, or `from` and `to` (at most 92 days); without any it is the month that goes on. What is still to come is not in it.':
    'Mitä tapahtui, sen rinnalla mitä oli suunniteltu ja mitä lataus ilman ohjausta olisi ollut. Energiat ovat ajoneuvojen, ajoneuvossa mitattuina; huiput ja kustannukset ovat kohteen, kuten sen kuormassa. Aika on `month`, `week`, tai `from` ja `to` (enintään 92 päivää); ilman mitään niistä se on kuluva kuukausi. Se, mikä on vielä edessä, ei ole mukana.',
  'A month of the location’s time zone.': 'Kuukausi toimipaikan aikavyöhykkeellä.',
  'A week (ISO 8601, from Monday) of the location’s time zone.':
    'Viikko (ISO 8601, maanantaista) toimipaikan aikavyöhykkeellä.',
  'The beginning of the time, ISO 8601 or epoch milliseconds; with `to`.':
    'Ajan alku, ISO 8601 tai epoch-millisekunteja; yhdessä `to`-arvon kanssa.',
  'The end of the time, at most 92 days after `from`.': 'Ajan loppu, enintään 92 päivää alusta `from`.',
  'The report': 'Raportti',
  'Its time zone, in which the days are.': 'Sen aikavyöhyke, jonka mukaan päivät ovat.',
  'The currency of its tariff.': 'Sen tariffin valuutta.',
  'The beginning of the time.': 'Ajan alku.',
  'The end of the time.': 'Ajan loppu.',
  'Until when it is reported: `to`, or the last whole quarter-hour where that is still to come.':
    'Mihin asti raportoidaan: `to`, tai viimeinen kokonainen vartti, jos se on vielä edessä.',
  'What chargers reported of `actual.energykWh`; the rest is what was planned.':
    'Mitä latausasemat ilmoittivat arvosta `actual.energykWh`; loput on suunniteltua.',
  'What of it, in kWh, vehicles took that nobody has registered.':
    'Mitä siitä, kWh, ottivat ajoneuvot, joita kukaan ei ole rekisteröinyt.',
  'What happened: as measured where chargers reported, otherwise as planned.':
    'Mitä tapahtui: mitattuna, kun latausasemat ilmoittivat, muuten suunniteltuna.',
  'What the plans had said of the same time.': 'Mitä suunnitelmat olivat sanoneet samasta ajasta.',
  'Full power from arrival, without a limit, over the same stays.':
    'Täysi teho saapumisesta alkaen, ilman rajaa, samoissa seisonnoissa.',
  'How the vehicles left.': 'Miten ajoneuvot lähtivät.',
  'By energy, the most first.': 'Energian mukaan, suurin ensin.',
  'The 1,000 blocks of the most energy; with what was charged for none.':
    '1 000 eniten energiaa vienyttä autokiertoa; sekä se, mikä ladattiin ilman autokiertoa.',
  'How many blocks are not in that list.': 'Montako autokiertoa ei ole siinä luettelossa.',
  'The local days of the time until `until`, in order.':
    'Ajan paikalliset päivät hetkeen `until` asti, järjestyksessä.',
  'When the quarter-hour of `peak15kW` begins; left out where the site drew nothing.':
    'Milloin `peak15kW`-arvon vartti alkaa; jätetty pois, jos kohde ei ottanut mitään.',
  'Its name.': 'Oma nimi.',
  'The block that it was to drive.': 'Autokierto, jonka se oli määrä ajaa.',
  'When it was to leave.': 'Milloin sen oli määrä lähteä.',
  'Its state of charge then, in percent; left out where nothing tells.':
    'Sen varaustaso silloin, prosentteina; jätetty pois, jos mikään ei kerro sitä.',
  'Whether that was read; otherwise it is estimated from what was metered or planned.':
    'Onko se luettu; muuten se on arvioitu mitatusta tai suunnitellusta.',
  'What it was to have: its minimum, or its target where it has none, in percent.':
    'Mitä sillä piti olla: minimi, tai tavoite, jos minimiä ei ole, prosentteina.',
  'What was missing of it, in percent.': 'Mitä siitä puuttui, prosentteina.',
  'Why; left out where nothing tells.': 'Miksi; jätetty pois, jos mikään ei kerro sitä.',
  'The departures of the time, each once: the four kinds below together.':
    'Ajan lähdöt, kukin kerran: neljä seuraavaa lajia yhteensä.',
  'Those that left with their target, to a point.': 'Ne, jotka lähtivät tavoitteessaan, pisteen tarkkuudella.',
  'Those that left below their target and with their minimum.':
    'Ne, jotka lähtivät alle tavoitteensa mutta vähintään minimissään.',
  'Those that left below their minimum, below their target where they have none, or were not plugged in.':
    'Ne, jotka lähtivät alle miniminsä, alle tavoitteensa, jos minimiä ei ole, tai joita ei ollut kytketty.',
  'Those of which nothing tells their state of charge.': 'Ne, joiden varaustasoa mikään ei kerro.',
  'Those whose state of charge was read; the others are estimated or unknown.':
    'Ne, joiden varaustaso luettiin; muut on arvioitu tai tuntemattomia.',
  '`ready` as a share of the departures that are not `unknown`; left out where there are none.':
    '`ready` osuutena lähdöistä, jotka eivät ole `unknown`; jätetty pois, jos niitä ei ole.',
  '`ready` and `short` together as a share of the same.': '`ready` ja `short` yhdessä osuutena samoista.',
  'The cause; left out where nothing tells it.': 'Syy; jätetty pois, jos mikään ei kerro sitä.',
  'How many misses have it.': 'Monellako vajaalla lähdöllä se on.',
  'The misses by cause, the most frequent first.': 'Vajaat lähdöt syyn mukaan, yleisin ensin.',
  'The first 1,000 misses, by departure.': '1 000 ensimmäistä vajaata lähtöä, lähdön mukaan.',
  'How many misses are not in that list.': 'Montako vajaata lähtöä ei ole siinä luettelossa.',
  'How often it left.': 'Montako kertaa se lähti.',
  'What it took, kWh: as measured where chargers reported, otherwise as planned.':
    'Mitä otettiin, kWh: mitattuna, kun latausasemat ilmoittivat, muuten suunniteltuna.',
  'What of it chargers reported, kWh.': 'Mitä latausasemat siitä ilmoittivat, kWh.',
  'The block; left out for all that was charged for none.':
    'Autokierto; jätetty pois sille, mikä ladattiin ilman autokiertoa.',
  'How often it was to be driven.': 'Montako kertaa se oli määrä ajaa.',
  'The date in the location’s zone.': 'Päivämäärä toimipaikan vyöhykkeellä.',
  'When its part of the time begins.': 'Milloin sen osa ajasta alkaa.',
  'What the plans had said that the vehicles take, kWh.': 'Mitä suunnitelmat olivat sanoneet ajoneuvojen ottavan, kWh.',
  'What they would have taken without control, kWh.': 'Mitä ne olisivat ottaneet ilman ohjausta, kWh.',
  'The highest quarter-hour mean of the whole site, kW.': 'Koko kohteen suurin vartin keskiarvo, kW.',
  'The same without control, kW.': 'Sama ilman ohjausta, kW.',
  'How many vehicles were to leave.': 'Montako ajoneuvoa oli määrä lähteä.',
  'How many of them had their target.': 'Moniko niistä oli tavoitteessaan.',
} satisfies Record<keyof typeof deReports, string>
