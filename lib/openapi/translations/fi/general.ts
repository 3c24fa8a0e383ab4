import type { deGeneral } from '@/lib/openapi/translations/de/general'

/** What the API document says as a whole, its tags and its refusals, in Finnish, by its English text. */
export const fiGeneral = {
  'Vehicle registry': 'Ajoneuvorekisteri',
  Scheduling: 'Seisonnat',
  Locations: 'Toimipaikat',
  'Charging stations': 'Latausasemat',
  Alarms: 'Hälytykset',
  Charging: 'Lataus',
  Access: 'Käyttöoikeudet',
  Service: 'Palvelu',
  'Charging schedules and plans for electric buses and trucks: will every vehicle be ready when it leaves, and at what peak?':
    'Sähköbussien ja -kuorma-autojen seisonnat ja lataussuunnitelmat: onko jokainen ajoneuvo valmis lähtiessään, ja millä huipputeholla?',
  '**Signing in.** Exchange a refresh token for an access token at `GET /auth/refreshAccessToken`, and send that as `Authorization: Bearer …` with every other call. It holds 8 hours.':
    '**Kirjautuminen.** Vaihda päivitystunniste käyttötunnisteeseen kutsulla `GET /auth/refreshAccessToken` ja lähetä se muodossa `Authorization: Bearer …` jokaisessa muussa kutsussa. Se kestää 8 tuntia.',
  '**Times** are ISO 8601. What you send needs `Z` or an offset; what you get is UTC with milliseconds. Only inside a `plan` they are epoch milliseconds. **SoC** is in percent, power in kW, energy in kWh, consumption in Wh/km. A property with no value is left out.':
    '**Ajat** noudattavat ISO 8601 -standardia. Lähetettävä aika tarvitsee `Z`:n tai aikaeron; vastausten ajat ovat UTC:tä millisekunteineen. Vain kohteen `plan` sisällä ne ovat epoch-millisekunteja. **SoC** (varaustaso) on prosentteina, teho kilowatteina (kW), energia kilowattitunteina (kWh), kulutus yksikössä Wh/km. Ominaisuus, jolla ei ole arvoa, jätetään pois.',
  '**Refusals** are RFC 9457 problem details. For 400 and 422 `errors` has all faults with their paths. Whatever the path, a stranger gets 401; a method that a path does not take is 405 with `Allow`.':
    '**Hylkäykset** ovat RFC 9457:n ongelmakuvauksia. Tiloissa 400 ja 422 `errors` kertoo kaikki virheet polkuineen. Kirjautumaton saa mistä tahansa polusta 401; menetelmä, jota polku ei tunne, on 405 ja otsake `Allow`.',
  'This installation': 'Tämä asennus',
  'The vehicles: what they can take, and where they belong.': 'Ajoneuvot: mitä ne voivat ottaa ja minne ne kuuluvat.',
  'When a vehicle is at a depot and what it needs before it leaves, and the plans that follow.':
    'Milloin ajoneuvo on varikolla ja mitä se tarvitsee ennen lähtöään, sekä siitä seuraavat suunnitelmat.',
  'The depots: limit, base load, tariff, strategy, load and readiness.':
    'Varikot: tehoraja, peruskuorma, tariffi, strategia, kuorma ja valmius.',
  'The registry of the chargers that connect over OCPP, what each of them does now, and commands to them.':
    'OCPP:llä yhteyden ottavien latausasemien rekisteri, mitä kukin niistä tekee nyt, ja käskyt niille.',
  'What is wrong at a depot, since when and what to do about it, and who sees to it.':
    'Mikä varikolla on vialla, mistä alkaen, mitä sille voi tehdä ja kuka sen hoitaa.',
  'What the chargers report, so that plans follow reality.':
    'Mitä latausasemat ilmoittavat, jotta suunnitelmat seuraavat todellisuutta.',
  'Tokens for integrations, and the staff.': 'Liittymien tunnisteet ja henkilöstö.',
  'Health, metrics and this description.': 'Palvelun tila, mittarit ja tämä kuvaus.',
  'Needs no access token.': 'Ei vaadi käyttötunnistetta.',
  'Record what the chargers report': 'Kirjaa, mitä latausasemat ilmoittavat',
  'Idempotent by `id`, in any order. Each event stands for itself: a bad one never loses the others.':
    'Idempotentti tunnuksen `id` mukaan, missä tahansa järjestyksessä. Jokainen tapahtuma on erillinen: virheellinen ei koskaan hukkaa muita.',
  'A result for each event, in request order': 'Tulos jokaisesta tapahtumasta, pyynnön järjestyksessä',
  'Whether the process answers': 'Vastaako prosessi',
  'It does': 'Se vastaa',
  'The word ok.': 'Sana ok.',
  'Whether the database is reachable and migrated': 'Onko tietokantaan yhteys ja onko se migroitu',
  'A depot that waits for its plan and a wrong clock are named here, and leave the instance in service.':
    'Suunnitelmaansa odottava varikko ja väärässä oleva kello mainitaan tässä, ja instanssi pysyy käytössä.',
  'It is': 'On',
  'Metrics as Prometheus text': 'Mittarit Prometheus-tekstinä',
  'A scraper holds one secret and cannot renew it: here the refresh token itself is taken as the bearer, too. One with the role `read` is enough; it ends when it is revoked.':
    'Mittareiden kerääjällä on yksi salaisuus, eikä se voi uusia sitä: tässä kelpaa myös päivitystunniste itse. Rooli `read` riittää; se päättyy, kun se perutaan.',
  'The metrics': 'Mittarit',
  'This description': 'Tämä kuvaus',
  'OpenAPI 3.1': 'OpenAPI 3.1',
  'A URI that identifies the kind of problem; about:blank where the status says it all.':
    'URI, joka yksilöi ongelman lajin; about:blank, kun tila sanoo kaiken.',
  'The kind of problem in words, the same for every problem of this status.':
    'Ongelman laji sanoin, sama jokaiselle tämän tilan ongelmalle.',
  'The HTTP status.': 'HTTP-tila.',
  'What is wrong here and what to do about it, a sentence for people.':
    'Mikä tässä on vialla ja mitä sille voi tehdä, lause ihmisille.',
  'The path that was called.': 'Kutsuttu polku.',
  'With 400 and 422: every fault, not only the first. With 409: each of several schedules that overlap what is stored.':
    'Tiloissa 400 ja 422: jokainen virhe, ei vain ensimmäinen. Tilassa 409: jokainen niistä seisonnoista, jotka menevät tallennetun kanssa päällekkäin.',
  'Where the fault is, such as schedules[3].targetSoC; empty for the body itself.':
    'Missä virhe on, esimerkiksi schedules[3].targetSoC; tyhjä, kun kyse on itse sisällöstä.',
  'What to send instead.': 'Mitä lähettää sen sijaan.',
  '`ok`: the database is reachable and migrated.': '`ok`: tietokantaan on yhteys ja se on migroitu.',
  'The location that waits.': 'Odottava toimipaikka.',
  'Since when it has waited for a plan.': 'Mistä alkaen se on odottanut suunnitelmaa.',
  'Locations that have waited for a plan for over a minute, longest first, at most 100.':
    'Toimipaikat, jotka ovat odottaneet suunnitelmaa yli minuutin, pisimpään odottanut ensin, enintään 100.',
  "By how much the database's clock is ahead of this instance's; only where they differ by over 2 s.":
    'Kuinka paljon tietokannan kello on tämän instanssin kelloa edellä; vain jos ero on yli 2 s.',
  'Only where the disk of the embedded database is full: reads go on, writes are refused with 503 until there is room.':
    'Vain kun sisäisen tietokannan levy on täynnä: luku jatkuu, kirjoitukset hylätään tilalla 503, kunnes tilaa on.',
  'What is free, in MB.': 'Mitä on vapaana, MB.',
  'What writing needs, in MB.': 'Mitä kirjoittaminen vaatii, MB.',
  'Malformed, or a value that is wrong by itself. `errors` has all faults.':
    'Virheellisesti muodostettu, tai arvo, joka on itsessään väärä. `errors` kertoo kaikki virheet.',
  'No valid token, or one without the permission that the call needs.':
    'Ei kelvollista tunnistetta, tai siltä puuttuu kutsun vaatima oikeus.',
  'The scheme to use: Bearer': 'Käytettävä menettely: Bearer',
  'There is no such object, or it belongs to a location that the token does not see.':
    'Kohdetta ei ole, tai se kuuluu toimipaikkaan, jota tunniste ei näe.',
  'The body has not come in within 60 s.': 'Sisältö ei ole tullut 60 sekunnissa.',
  'It conflicts with what is stored: a taken MAC address, an overlap, more removals than `maxRemoved`.':
    'Se on ristiriidassa tallennetun kanssa: varattu MAC-osoite, päällekkäisyys, enemmän poistoja kuin `maxRemoved`.',
  'The object has changed since the ETag in `If-Match` was read, or is gone.':
    'Kohde on muuttunut sen jälkeen, kun otsakkeen `If-Match` ETag luettiin, tai se on poissa.',
  'The body is over 5 MiB.': 'Sisältö on yli 5 MiB.',
  'The body is not `application/json` in UTF-8, or is compressed.':
    'Sisältö ei ole `application/json` UTF-8-muodossa, tai se on pakattu.',
  'Values that are impossible together or with what is stored. `errors` has all faults.':
    'Arvot, jotka ovat yhdessä tai tallennetun kanssa mahdottomia. `errors` kertoo kaikki virheet.',
  'Too many attempts to get in, or too many large reads of one caller at once.':
    'Liian monta yritystä päästä sisään, tai liian monta suurta lukua yhdeltä kutsujalta yhtä aikaa.',
  'Seconds to wait': 'Odotettavat sekunnit',
  'A defect on our side; the log has it under the id in `detail`.':
    'Vika meillä; loki löytää sen tunnuksella, joka on kohdassa `detail`.',
  'Too busy, too slow, or without its database: nothing of the call is stored. Try again.':
    'Liian kiireinen, liian hidas tai ilman tietokantaa: kutsusta ei ole tallennettu mitään. Yritä uudelleen.',
  'The token of `GET /auth/refreshAccessToken`.': 'Kutsun `GET /auth/refreshAccessToken` tunniste.',
  'A refresh token, for that one call only.': 'Päivitystunniste, vain tähän yhteen kutsuun.',
} satisfies Record<keyof typeof deGeneral, string>
