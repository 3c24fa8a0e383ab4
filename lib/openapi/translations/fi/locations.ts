import type { deLocations } from '@/lib/openapi/translations/de/locations'

/** What the API document says of locations, in Finnish, by its English text. */
export const fiLocations = {
  'List the locations': 'Luettele toimipaikat',
  'The locations, by name, then id': 'Toimipaikat nimen, sitten tunnuksen mukaan',
  'Get a location and its settings': 'Hae toimipaikka ja sen asetukset',
  'The location': 'Toimipaikka',
  'Version of the attributes': 'Ominaisuuksien versio',
  'Create or replace a location': 'Luo tai korvaa toimipaikka',
  'The ETag that you read; the call is refused with 412 when the location has changed since.':
    'Lukemasi ETag; kutsu hylätään tilalla 412, kun toimipaikka on muuttunut sen jälkeen.',
  Replaced: 'Korvattu',
  'The id of the path.': 'Polun tunnus.',
  Created: 'Luotu',
  'Change some settings of a location': 'Muuta toimipaikan joitakin asetuksia',
  'Version of the attributes as they are stored now: sent back in If-Match, a change of theirs takes back this one and no later one':
    'Ominaisuuksien versio sellaisina kuin ne nyt on tallennettu: otsakkeessa If-Match takaisin lähetettynä niiden muutos kumoaa tämän eikä mitään myöhempää',
  'Get the depot’s load: base, vehicles, limit, price, and what uncontrolled charging would draw':
    'Hae varikon kuorma: peruskuorma, ajoneuvot, tehoraja, hinta ja mitä ohjaamaton lataus ottaisi',
  '15-minute means at the site. `totals.peakkW` is the highest instantaneous value.':
    '15 minuutin keskiarvoja kohteessa. `totals.peakkW` on suurin hetkellinen arvo.',
  'The beginning of the range, ISO 8601 or epoch milliseconds.': 'Ajanjakson alku, ISO 8601 tai epoch-millisekunteja.',
  'The end of the range, at most 92 days after `from`.': 'Ajanjakson loppu, enintään 92 päivää alusta `from`.',
  'The load': 'Kuorma',
  'Plan a location now': 'Suunnittele toimipaikka nyt',
  'Answers when the plan is stored; no body is needed. With `dryRun=true` nothing is stored: the near future is planned as it is and with what the body overrides, and `comparison` says what that changes for whom.':
    'Vastaa, kun suunnitelma on tallennettu; sisältöä ei tarvita. Kun `dryRun=true`, mitään ei tallenneta: lähitulevaisuus suunnitellaan sellaisena kuin se on sekä sisällön poikkeuksilla, ja `comparison` kertoo, mitä ne muuttavat ja kenelle.',
  'The plan’s totals': 'Suunnitelman yhteissummat',
  'Get the readiness board: every departure of the next hours with its state':
    'Hae valmiustaulu: seuraavien tuntien jokainen lähtö ja sen tila',
  'What needs attention first, then by departure. Of a plan comes its power over time, with `slack` and `shortfall` of its `explanation`; the rest is at the schedule.':
    'Ensin se, mikä vaatii huomiota, sitten lähdön mukaan. Suunnitelmasta tulee sen teho ajan mukaan, sekä sen `explanation`-osan `slack` ja `shortfall`; loput ovat seisonnassa.',
  'How many hours ahead, from 1 to 168; 12 by default.': 'Montako tuntia eteenpäin, 1–168; oletus 12.',
  'The board': 'Taulu',
  'Follow what changes at a depot, as Server-Sent Events':
    'Seuraa, mikä varikolla muuttuu, Server-Sent Events -tapahtumina',
  'Events `plan`, `schedules`, `vehicles`, `stations`, `readiness`, `settings` and `alarms`, each with `{ "revision": … }`, a whole number that grows: something of this kind has changed, so ask for it again. At most one of a kind a second; `resync` first, and whenever changes may have been missed; a comment every 15 seconds. It ends when the access is revoked.':
    'Tapahtumat `plan`, `schedules`, `vehicles`, `stations`, `readiness`, `settings` ja `alarms`, kussakin `{ "revision": … }`, kasvava kokonaisluku: jotain tämänlaista on muuttunut, joten kysy sitä uudelleen. Enintään yksi kutakin lajia sekunnissa; `resync` ensin ja aina, kun muutoksia on voinut jäädä väliin; kommentti 15 sekunnin välein. Virta päättyy, kun käyttöoikeus perutaan.',
  'The changes, until the caller goes': 'Muutokset, kunnes kutsuja lähtee',
  'Get the stays of a range as a timeline draws them: times, state and power steps':
    'Hae ajanjakson seisonnat sellaisina kuin aikajana ne piirtää: ajat, tila ja tehoportaat',
  'The states and predictions are those of the readiness board. Whole plans, with reasons and prices, are at each schedule.':
    'Tilat ja ennusteet ovat valmiustaulun. Kokonaiset suunnitelmat syineen ja hintoineen ovat kussakin seisonnassa.',
  'The beginning of the range, ISO 8601 or epoch milliseconds; now by default.':
    'Ajanjakson alku, ISO 8601 tai epoch-millisekunteja; oletus nyt.',
  'The end of the range, at most 31 days after `from`; a day after it by default.':
    'Ajanjakson loppu, enintään 31 päivää alusta `from`; oletus päivä sen jälkeen.',
  'Keeps the stays of this vehicle; it may be repeated. Left out, with `guests`: of all vehicles.':
    'Säilyttää tämän ajoneuvon seisonnat; voi toistua. Pois jätettynä, samoin `guests`: kaikkien ajoneuvojen.',
  'True: keeps the stays of the vehicles that are not registered here, or not any more, besides those of `vehicleId`.':
    'True: säilyttää myös niiden ajoneuvojen seisonnat, joita ei ole tai ei enää ole rekisteröity tänne, ajoneuvojen `vehicleId` lisäksi.',
  'The stays': 'Seisonnat',
  'What people call it, at most 200 characters.': 'Millä nimellä ihmiset sen tuntevat, enintään 200 merkkiä.',
  'The id of the schedule.': 'Seisonnan tunnus.',
  'What it was made for, such as schedule-changed or soc-updated.':
    'Minkä vuoksi se tehtiin, esimerkiksi schedule-changed tai soc-updated.',
  'Your own reference of the location.': 'Oma viitteesi toimipaikalle.',
  'Street and number.': 'Katu ja numero.',
  'City.': 'Kaupunki.',
  'Postal code.': 'Postinumero.',
  'Country.': 'Maa.',
  'Code of the country (ISO 3166-1 alpha-2).': 'Maan koodi (ISO 3166-1 alpha-2).',
  'Latitude, in degrees.': 'Leveysaste.',
  'Longitude, in degrees.': 'Pituusaste.',
  'IANA time zone; UTC by default. Rules recur, and weekly tariffs and loads hold, on its clock.':
    'IANA-aikavyöhyke; oletus UTC. Säännöt toistuvat ja tariffin ja kuorman viikot pätevät sen kellon mukaan.',
  'Contracted capacity of the grid connection, in kW. Left out: no limit.':
    'Verkkoliittymän sopimusteho, kW. Pois jätettynä: ei rajaa.',
  'Power at the vehicle ÷ power at the grid, from 0.5 to 1; 1 by default. DC chargers reach about 0.94.':
    'Teho ajoneuvossa ÷ teho verkosta, 0,5–1; oletus 1. DC-latausasemilla noin 0,94.',
  'What plans aim at once every vehicle is ready; peak-supression (spelt so) by default.':
    'Mihin suunnitelmat tähtäävät, kun jokainen ajoneuvo on valmis; oletus peak-supression (näin kirjoitettuna).',
  'Target of schedules that say none, in percent; 100 by default.':
    'Tavoite seisonnoille, jotka eivät sano mitään, prosentteina; oletus 100.',
  'Minimum of schedules that say none, in percent; 0 by default: none.':
    'Minimi seisonnoille, jotka eivät sano mitään, prosentteina; oletus 0: ei ole.',
  'Where the phase bulk ends and saturation begins, in percent; 80 by default.':
    'Missä vaihe bulk (päälataus) päättyy ja saturation (loppulataus) alkaa, prosentteina; oletus 80.',
  'Minutes before the departure by which charging is to be done; 10 by default.':
    'Minuutit ennen lähtöä, joihin mennessä latauksen on oltava valmis; oletus 10.',
  'Minutes before that by which as much as possible is to be charged, as far as it costs next to nothing; 30 by default, 0 for none.':
    'Minuutit ennen sitä, joihin mennessä ladataan niin paljon kuin mahdollista, kunhan se ei maksa juuri mitään; oletus 30, 0: ei ole.',
  'State of charge on arrival where nothing is known of it, in percent; 20 by default.':
    'Varaustaso saapuessa, jos siitä ei tiedetä mitään, prosentteina; oletus 20.',
  'Whether plans are sent to the chargers as charging profiles. True by default; false: plans are only shown.':
    'Lähetetäänkö suunnitelmat latausasemille latausprofiileina. Oletus true; false: suunnitelmat vain näytetään.',
  'Limits of the grid connection for a time.': 'Verkkoliittymän tilapäiset rajat.',
  'What the site draws besides the vehicles. Left out: nothing.':
    'Mitä kohde ottaa ajoneuvojen lisäksi. Pois jätettynä: ei mitään.',
  'What energy and peaks cost. Left out: there is no cost.':
    'Mitä energia ja huiput maksavat. Pois jätettynä: ei kustannuksia.',
  'Ideal powers by phase of charging, each phase once; an empty list for none.':
    'Ihannetehot latauksen vaiheittain, kukin vaihe kerran; tyhjä luettelo, jos ei ole.',
  'Limits that hold instead of `powerLimitkW` from `from` until `to`, lower or higher.':
    'Rajat, jotka pätevät `powerLimitkW`-rajan sijasta alusta `from` loppuun `to`, pienemmät tai suuremmat.',
  'When it begins, ISO 8601.': 'Alku, ISO 8601.',
  'Why, for people.': 'Miksi, ihmisille.',
  'A typical week.': 'Tyypillinen viikko.',
  'The day of the week.': 'Viikonpäivä.',
  'When it begins, on the location’s clock.': 'Alku, toimipaikan kellon mukaan.',
  'When it ends, on the location’s clock, up to 24:00. One that ends a minute before the next begins, or at 23:59, goes on until then.':
    'Loppu, toimipaikan kellon mukaan, enintään 24:00. Jos loppu on minuutti ennen seuraavan alkua tai 23:59, se jatkuu siihen asti.',
  'Constant power of everything but the vehicles, in kW.': 'Kaiken muun kuin ajoneuvojen tasainen teho, kW.',
  'What holds instead of the week at dates.': 'Mikä pätee viikon sijasta yksittäisinä päivinä.',
  'The currency of all prices, such as EUR.': 'Kaikkien hintojen valuutta, esimerkiksi EUR.',
  'What each kW of the billing period’s highest quarter-hour costs, in the currency.':
    'Mitä laskutuskauden suurimman vartin jokainen kW maksaa, valuutassa.',
  'The billing period of the demand charge: month by default, or year.':
    'Tehomaksun laskutuskausi: oletus month (kuukausi), tai year (vuosi).',
  'A floor, set by hand, for the highest quarter-hour of the current period, in kW: what was drawn before it was known here.':
    'Käsin asetettu alaraja kuluvan kauden suurimmalle vartille, kW: mitä otettiin ennen kuin se täällä tiedettiin.',
  'Prices of a typical week.': 'Tyypillisen viikon hinnat.',
  'Price per kWh, in the tariff’s currency; it may be negative.':
    'Hinta kilowattituntia kohti tariffin valuutassa; voi olla negatiivinen.',
  'Prices that hold instead of the week at dates.': 'Hinnat, jotka pätevät viikon sijasta yksittäisinä päivinä.',
  'Vehicles that come later than planned; each once.': 'Ajoneuvot, jotka tulevat suunniteltua myöhemmin; kukin kerran.',
  'A vehicle that is still to come.': 'Ajoneuvo, joka on vielä tulossa.',
  'By how many minutes it comes later.': 'Montako minuuttia myöhemmin se tulee.',
  'The next vehicles that are still to come, `count` of them, come later by `delayMinutes`; those of `delayedVehicles` are not among them.':
    'Seuraavat vielä tulossa olevat ajoneuvot, määrältään `count`, tulevat `delayMinutes` myöhemmin; luettelon `delayedVehicles` ajoneuvot eivät ole niiden joukossa.',
  'How many vehicles.': 'Montako ajoneuvoa.',
  'By how many minutes they come later.': 'Montako minuuttia myöhemmin ne tulevat.',
  'By how many percent more energy each point of charge, and preconditioning, takes, as in a colder night; below 0 for less.':
    'Montako prosenttia enemmän energiaa varauksen jokainen prosenttiyksikkö ja esilämmitys vievät, kuten kylmempänä yönä; alle 0: vähemmän.',
  'Chargers that give nothing: a vehicle that is connected there now is not charged any more. Where vehicles that are still to come will be plugged in is not known.':
    'Latausasemat, jotka eivät anna mitään: siihen nyt kytketty ajoneuvo ei enää lataa. Minne vielä tulevat ajoneuvot kytketään, ei tiedetä.',
  'The charging station.': 'Latausasema.',
  'One evse of it. Left out: all of them.': 'Sen yksi latauspiste. Pois jätettynä: kaikki.',
  'Charging stations with other powers, as their PATCH would leave them, for the vehicles that are connected there now; each once.':
    'Latausasemat muilla tehoilla, sellaisina kuin niiden PATCH ne jättäisi, siihen nyt kytketyille ajoneuvoille; kukin kerran.',
  'Evses with other powers; one that is left out stays as it is.':
    'Latauspisteet muilla tehoilla; pois jätetty jää ennalleen.',
  'So many vehicles more, `count`, like those that stay in the next 36 hours, in turn.':
    'Näin monta ajoneuvoa lisää, `count`, kuten ne, jotka ovat täällä seuraavien 36 tunnin aikana, vuorotellen.',
  'Vehicles with other attributes, as their PATCH would leave them; each once.':
    'Ajoneuvot muilla ominaisuuksilla, sellaisina kuin niiden PATCH ne jättäisi; kukin kerran.',
  'The vehicle; one without a stay to come changes nothing.': 'Ajoneuvo; ilman tulevaa seisontaa se ei muuta mitään.',
  'Schedules with other times or targets, as a PATCH would leave them; each once.':
    'Seisonnat muilla ajoilla tai tavoitteilla, sellaisina kuin PATCH ne jättäisi; kukin kerran.',
  'A dated schedule or an occurrence of the next 14 days.': 'Päivätty seisonta tai esiintymä seuraavilta 14 päivältä.',
  'When it would arrive. Left out: as it is.': 'Milloin se saapuisi. Pois jätettynä: ennallaan.',
  'When it would leave, later than the arrival. Left out: as it is.':
    'Milloin se lähtisi, saapumisen jälkeen. Pois jätettynä: ennallaan.',
  'Whether it would charge at full power from now on, as POST /schedules/{scheduleId}/charge-now asks; it changes nothing for a vehicle that is not here or has its target. Left out: as it is.':
    'Lataisiko se täydellä teholla tästä hetkestä, kuten POST /schedules/{scheduleId}/charge-now pyytää; ajoneuvolle, joka ei ole täällä tai on tavoitteessaan, se ei muuta mitään. Pois jätettynä: ennallaan.',
  'Whether its plan would be kept as it is, as `planMeta.frozen` of its PATCH says. Left out: as it is.':
    'Pidettäisiinkö sen suunnitelma ennallaan, kuten sen PATCH-kutsun `planMeta.frozen` sanoo. Pois jätettynä: ennallaan.',
  'State of charge on arrival, in percent, where none is measured.':
    'Varaustaso saapuessa, prosentteina, jos sitä ei ole mitattu.',
  'State of charge that is wanted at the departure, in percent; null: the location’s default.':
    'Varaustaso, joka lähdössä halutaan, prosentteina; null: toimipaikan oletus.',
  'State of charge that the next duty needs, in percent; null: the location’s.':
    'Varaustaso, jonka seuraava vuoro tarvitsee, prosentteina; null: toimipaikan.',
  'Higher goes first where there is not enough for all; null: 0.':
    'Suurempi menee edelle, kun kaikille ei riitä; null: 0.',
  'Schedules that there are not yet.': 'Seisonnat, joita ei vielä ole.',
  'The vehicle.': 'Ajoneuvo.',
  'When it would arrive, within the next 36 hours to be compared.':
    'Milloin se saapuisi; vertailua varten seuraavien 36 tunnin aikana.',
  'When it would leave, later than the arrival.': 'Milloin se lähtisi, saapumisen jälkeen.',
  'Schedules that there would not be any more: dated ones, occurrences, or rules, of which what has begun stays; one without a stay to come changes nothing.':
    'Seisonnat, joita ei enää olisi: päivätyt, esiintymät tai säännöt, joista alkanut jää; ilman tulevaa seisontaa se ei muuta mitään.',
  'What would be otherwise. Settings are those of the location, as its PATCH would leave them: `tariff: { "dates": null }` plans without the prices of single dates.':
    'Mikä olisi toisin. Asetukset ovat toimipaikan, sellaisina kuin sen PATCH ne jättäisi: `tariff: { "dates": null }` suunnittelee ilman yksittäisten päivien hintoja.',
  'The locations, by name, then id.': 'Toimipaikat nimen, sitten tunnuksen mukaan.',
  'The id of the location, its locationUid elsewhere.': 'Toimipaikan tunnus, muualla sen locationUid.',
  'Read-only, outside of the ETag, at a single location: the highest quarter-hour of the current billing period so far, as measured, otherwise as planned, kW. Left out without a demand charge.':
    'Vain luettava, ei ETagissa, yksittäisellä toimipaikalla: kuluvan laskutuskauden tähän asti suurin vartti, mitattuna, muuten suunniteltuna, kW. Ilman tehomaksua jätetty pois.',
  'When the quarter-hour begins, ISO 8601.': 'Milloin vartti alkaa, ISO 8601.',
  'The site’s own consumption, kW.': 'Kohteen oma kulutus, kW.',
  'The vehicles, at the site, kW: as measured where chargers reported, otherwise as planned.':
    'Ajoneuvot kohteessa, kW: mitattuna, kun latausasemat ilmoittivat, muuten suunniteltuna.',
  'What chargers reported of it, kW; left out where none did. The rest of `evPowerkW` is planned.':
    'Mitä latausasemat siitä ilmoittivat, kW; jätetty pois, jos mikään ei ilmoittanut. Loput `evPowerkW`-arvosta on suunniteltua.',
  'Beside `measuredkW`: what the plans had said of all vehicles, at the site, kW.':
    '`measuredkW`-arvon rinnalla: mitä suunnitelmat olivat sanoneet kaikista ajoneuvoista, kohteessa, kW.',
  'The lowest limit that holds in this time, kW; left out without one.':
    'Pienin raja, joka sinä aikana pätee, kW; jätetty pois, jos rajaa ei ole.',
  'The price of a kWh at the site; left out where the tariff names none.':
    'Kilowattitunnin hinta kohteessa; jätetty pois, jos tariffi ei nimeä sitä.',
  'The tariff does not say this price; it is the mean of those that it says.':
    'Tariffi ei sano tätä hintaa; se on niiden keskiarvo, jotka se sanoo.',
  'The whole site if every vehicle took its full power from its arrival on, without a limit, kW.':
    'Koko kohde, jos jokainen ajoneuvo ottaisi täyden tehonsa saapumisestaan alkaen, ilman rajaa, kW.',
  'The quarter-hours of the range, in order of time.': 'Ajanjakson vartit aikajärjestyksessä.',
  'The highest mean of a clock quarter-hour of the whole site, kW: what grids bill.':
    'Koko kohteen suurin kellovartin keskiarvo, kW: mistä verkkoyhtiöt laskuttavat.',
  'The highest power of the whole site at any moment, kW.': 'Koko kohteen suurin hetkellinen teho, kW.',
  'What the vehicles take in this time, at the vehicles, kWh.': 'Mitä ajoneuvot tänä aikana ottavat, ajoneuvossa, kWh.',
  'What vehicles that leave in this time leave without, kWh.': 'Mitä tänä aikana lähteviltä ajoneuvoilta puuttuu, kWh.',
  'What the vehicles’ energy costs, in the tariff’s currency; left out where it names no price.':
    'Mitä ajoneuvojen energia maksaa, tariffin valuutassa; jätetty pois, jos tariffi ei nimeä hintaa.',
  'The demand charge that this time causes: for what its highest quarter-hour lies above the highest that the billing period had before. Left out where the tariff has none.':
    'Tehomaksu, jonka tämä aika aiheuttaa: siitä, minkä verran sen suurin vartti ylittää laskutuskauden siihen asti suurimman. Jätetty pois, jos tariffissa ei ole sitä.',
  '`energyCost` and `demandCost` together; left out without a tariff.':
    '`energyCost` ja `demandCost` yhteensä; ilman tariffia jätetty pois.',
  'Sums and peaks of the range.': 'Ajanjakson summat ja huiput.',
  'The same for uncontrolled charging of the same stays.': 'Sama samojen seisontojen ohjaamattomalle lataukselle.',
  'How many stays have a plan of the planner now.': 'Monellako seisonnalla on nyt suunnittelun tekemä suunnitelma.',
  'When it was planned, ISO 8601.': 'Milloin suunniteltiin, ISO 8601.',
  'How a tried plan differs from the one without the overrides.':
    'Miten kokeiltu suunnitelma eroaa siitä, jossa poikkeuksia ei ole.',
  'By how much the highest quarter-hour mean is higher, in kW.':
    'Kuinka paljon suurempi suurin vartin keskiarvo on, kW.',
  'By how much the highest power is higher, in kW.': 'Kuinka paljon suurempi suurin teho on, kW.',
  'By how much more energy is delivered, in kWh.': 'Kuinka paljon enemmän energiaa annetaan, kWh.',
  'By how much more energy is missing at departures, in kWh.': 'Kuinka paljon enemmän energiaa lähdöissä puuttuu, kWh.',
  'By how much it costs more; left out without a tariff on either side.':
    'Kuinka paljon enemmän se maksaa; jätetty pois, jos kummallakaan puolella puuttuu tariffi.',
  'Without the overrides.': 'Ilman poikkeuksia.',
  'With them; those that the overrides add are among them.': 'Niiden kanssa; poikkeusten lisäämät ovat mukana.',
  'How many schedules are left short of their target.': 'Montako seisontaa jää alle tavoitteensa.',
  'How many schedules the overrides add, by `moreVehicles` and `newSchedules`; they are not in `changes`.':
    'Montako seisontaa poikkeukset lisäävät, `moreVehicles` ja `newSchedules`; ne eivät ole luettelossa `changes`.',
  'How many of these are left short of their target.': 'Moniko niistä jää alle tavoitteensa.',
  'How many schedules are the same.': 'Montako seisontaa on samoja.',
  'The id of its vehicle.': 'Sen ajoneuvon tunnus.',
  'Whether it leaves with more, with less, or as before and charges at other times.':
    'Lähteekö se suuremmalla, pienemmällä vai samalla varauksella ja lataa eri aikoina.',
  'When the last energy is delivered, ISO 8601.': 'Milloin viimeinen energia annetaan, ISO 8601.',
  'Energy that is delivered to the vehicle, in kWh.': 'Energia, joka ajoneuvolle annetaan, kWh.',
  'Whether the target, in percent, is reached.': 'Saavutetaanko tavoite, prosentteina.',
  'Whether charging goes on in the departure margin.': 'Jatkuuko lataus lähtömarginaaliin.',
  'As it is planned without the overrides.': 'Miten se on suunniteltu ilman poikkeuksia.',
  'As it is planned with them.': 'Miten se on suunniteltu niiden kanssa.',
  'The schedules that the overrides change.': 'Seisonnat, joita poikkeukset muuttavat.',
  'The same as a sentence for people.': 'Sama lauseena ihmisille.',
  'The last replans that changed the plan, at most 19, newest first.':
    'Viimeiset suunnitelmaa muuttaneet uudelleensuunnittelut, enintään 19, uusin ensin.',
  'When the plan was made that changed it, ISO 8601.': 'Milloin sitä muuttanut suunnitelma tehtiin, ISO 8601.',
  'When the last energy is delivered, ISO 8601; left out where nothing more is charged.':
    'Milloin viimeinen energia annetaan, ISO 8601; jätetty pois, jos mitään ei enää ladata.',
  'When it charges from then on for the first time, ISO 8601; left out where it does not.':
    'Milloin se siitä lähtien ensimmäisen kerran lataa, ISO 8601; jätetty pois, jos se ei lataa.',
  'The highest power at the vehicle from then on, in kW.': 'Suurin teho ajoneuvossa siitä lähtien, kW.',
  'What the plan before it had said of the time from then on.':
    'Mitä edellinen suunnitelma oli sanonut siitä alkavasta ajasta.',
  'What it says.': 'Mitä se sanoo.',
} satisfies Record<keyof typeof deLocations, string>
