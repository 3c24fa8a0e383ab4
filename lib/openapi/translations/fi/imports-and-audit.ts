import type { deImportsAndAudit } from '@/lib/openapi/translations/de/imports-and-audit'

/** What the API document says of imports and audit, in Finnish, by its English text. */
export const fiImportsAndAudit = {
  'List who changed what, the latest first': 'Luettele, kuka muutti mitä, uusin ensin',
  'Each change that a call or a command made has an entry with who made it, when and from where, and the properties before and after. Entries are written in the transaction of the change (a sign-in right after it) and are never altered or removed. What chargers report is not in it, nor are plans: charging events are a record of their own, and each schedule has the versions of its plan. A caller who is limited to locations sees the entries that concern one of these; of staff, tokens and sign-ins only those that reach no further.':
    'Jokaisella kutsun tai komennon tekemällä muutoksella on merkintä: kuka sen teki, milloin ja mistä, sekä ominaisuudet ennen ja jälkeen. Merkinnät kirjoitetaan muutoksen transaktiossa (kirjautumisesta heti sen jälkeen), eikä niitä koskaan muuteta tai poisteta. Latausasemien ilmoitukset eivät ole tässä, eivätkä suunnitelmat: lataustapahtumat ovat oma kirjanpitonsa, ja jokaisella seisonnalla on suunnitelmansa versiot. Jos käyttö on rajattu toimipaikkoihin, näkyvissä ovat niitä koskevat merkinnät; henkilöstöstä, tunnisteista ja kirjautumisista vain ne, jotka eivät ulotu laajemmalle.',
  'Only changes at or after this time.': 'Vain muutokset tästä ajasta alkaen.',
  'Only changes before this time.': 'Vain muutokset ennen tätä aikaa.',
  'Only changes of this kind of object.': 'Vain tämänlaisten kohteiden muutokset.',
  'Only creations, changes or deletions.': 'Vain luomiset, muutokset tai poistot.',
  'Only changes of the object with this id; of an occurrence, those of its rule too.':
    'Vain kohteen, jolla on tämä tunnus; esiintymästä myös sen säännön muutokset.',
  'Only changes of this vehicle and of its schedules.': 'Vain tämän ajoneuvon ja sen seisontojen muutokset.',
  'Only changes that concern this location.': 'Vain tätä toimipaikkaa koskevat muutokset.',
  'Only changes by the member of staff or the token with this id.':
    'Vain henkilön tai tunnisteen, jolla on tämä tunnus, tekemät muutokset.',
  'Only entries before the one with this id.': 'Vain merkinnät ennen sitä, jolla on tämä tunnus.',
  'The entries': 'Merkinnät',
  'List the imports, the latest first': 'Luettele tuonnit, uusin ensin',
  'Of what an import left out, and of what undoing it left as it is, the first 20 each: the import alone has all.':
    'Siitä, mitä tuonti jätti pois ja mitä sen kumoaminen jätti ennalleen, 20 ensimmäistä kumpaakin: kaikki on vain tuonnissa itsessään.',
  'Only imports for this location.': 'Vain tämän toimipaikan tuonnit.',
  'Only imports of files, or only changes of many vehicles by hand (`edit`).':
    'Vain tiedostojen tuonnit, tai vain monen ajoneuvon muutokset käsin (`edit`).',
  'How many at most; 100 where it is left out, and never more.':
    'Enimmäismäärä; pois jätettynä 100, eikä koskaan enempää.',
  'The imports': 'Tuonnit',
  'The latest first.': 'Uusin ensin.',
  'Import vehicles and schedules that can be undone': 'Tuo ajoneuvoja ja seisontoja niin, että tuonnin voi kumota',
  'For files: each vehicle with its schedules is one transaction, all of it or none of it, and one vehicle’s error does not touch another’s. Nothing is removed, and the same again changes nothing. A long file comes in several calls, each with the `id` of the first answer: who stops in between leaves whole vehicles. An import takes a day and 1,000 calls at most. Vehicles that a call has no time for get 503 in `results`: send them again with the `id`. With dryRun nothing is written and each result says what would change.':
    'Tiedostoille: jokainen ajoneuvo seisontoineen on yksi transaktio, kokonaan tai ei lainkaan, eikä yhden ajoneuvon virhe koske muita. Mitään ei poisteta, ja sama uudelleen ei muuta mitään. Pitkä tiedosto tulee useassa kutsussa, joissa kaikissa on ensimmäisen vastauksen `id`: jos lopetat kesken, jäljelle jää kokonaisia ajoneuvoja. Tuonti kestää enintään päivän ja 1 000 kutsua. Ajoneuvot, joihin kutsun aika ei riitä, saavat tilan 503 luettelossa `results`: lähetä ne uudelleen samalla tunnuksella `id`. dryRun ei kirjoita mitään, ja jokainen tulos kertoo, mikä muuttuisi.',
  'With true the answer says what would change, and nothing is written.':
    'Arvolla true vastaus kertoo, mikä muuttuisi, eikä mitään kirjoiteta.',
  'What became of each vehicle': 'Mitä kullekin ajoneuvolle tapahtui',
  'Get an import': 'Hae tuonti',
  'The id of the import.': 'Tuonnin tunnus.',
  'The import': 'Tuonti',
  'Undo an import': 'Kumoa tuonti',
  'For a day after it: what the import created goes, what it changed gets its values from before, each vehicle in one transaction. What was changed since, and schedules that have begun, stay as they are and are listed; so is what there was no time for, which is undone by asking again. With dryRun the answer says the same, and nothing is written. 409 once the day is over, where it was undone or went on meanwhile, or where it changed more than the locations that you are limited to.':
    'Päivän ajan sen jälkeen: tuonnin luoma poistuu ja sen muuttama saa aiemmat arvonsa, jokainen ajoneuvo yhdessä transaktiossa. Sen jälkeen muutettu ja alkaneet seisonnat jäävät ennalleen ja luetellaan; samoin se, mihin aika ei riittänyt ja joka kumotaan, kun kysyt uudelleen. dryRun antaa saman vastauksen eikä kirjoita mitään. 409, kun päivä on ohi, kun tuonti kumottiin tai jatkui sillä välin, tai kun se muutti muutakin kuin toimipaikkoja, joihin käyttösi on rajattu.',
  'With true nothing is written.': 'Arvolla true mitään ei kirjoiteta.',
  'What was taken back, and what stays': 'Mitä kumottiin ja mitä jää',
  'The vehicle as the request named it.': 'Ajoneuvo sellaisena kuin pyyntö sen nimesi.',
  'A result for each vehicle, in request order.': 'Tulos jokaisesta ajoneuvosta, pyynnön järjestyksessä.',
  'The id of the vehicle.': 'Ajoneuvon tunnus.',
  'What was changed: a depot’s settings, a vehicle, a schedule (dated or recurring), a charging station, something that a station was told to do, an alarm, a depot’s simulation, a member of staff, a refresh token, a sign-in, or the whole database, which was put back from a backup.':
    'Mitä muutettiin: varikon asetuksia, ajoneuvoa, seisontaa (päivättyä tai toistuvaa), latausasemaa, jotain mitä asemaa käskettiin tekemään, hälytystä, varikon simulaatiota, henkilöä, päivitystunnistetta, kirjautumista, tai koko tietokantaa, joka palautettiin varmuuskopiosta.',
  'What was done: `created`, `changed` or `deleted`.':
    'Mitä tehtiin: `created` (luotu), `changed` (muutettu) tai `deleted` (poistettu).',
  'Where an import comes from: a file, or a change of many vehicles by hand (`edit`): neither the board nor an alarm tells of it, and a vehicle that does not exist is 404 and not created.':
    'Mistä tuonti tulee: tiedostosta, tai monen ajoneuvon muutos käsin (`edit`): siitä ei kerro taulu eikä hälytys, ja ajoneuvo, jota ei ole, on 404 eikä sitä luoda.',
  'The import that this goes on with, from the answer before. Left out: a new one begins.':
    'Tuonti, jota tämä jatkaa, edellisestä vastauksesta. Pois jätettynä alkaa uusi.',
  'The location that the import is for; schedules that name none are there.':
    'Toimipaikka, jota tuonti koskee; seisonnat, jotka eivät nimeä mitään, ovat siellä.',
  'What people call it: the name of the file.': 'Millä nimellä ihmiset sen tuntevat: tiedoston nimi.',
  '`file` (the default), or `edit` for a change of many vehicles by hand: neither the board nor an alarm tells of it, and it creates no vehicle. An import keeps the one that it began with.':
    '`file` (oletus), tai `edit` monen ajoneuvon muutokselle käsin: siitä ei kerro taulu eikä hälytys, eikä se luo ajoneuvoja. Tuonti pitää sen, millä se alkoi.',
  'Rows of the file that you do not send, so that people find them again.':
    'Tiedoston rivit, joita et lähetä, jotta ihmiset löytävät ne uudelleen.',
  'What is said of each vehicle, each vehicle once, at most 200.':
    'Mitä kustakin ajoneuvosta sanotaan, kukin ajoneuvo kerran, enintään 200.',
  'Which row of the file, or which vehicle.': 'Mikä tiedoston rivi, tai mikä ajoneuvo.',
  'Why it was not imported, a sentence for people.': 'Miksi sitä ei tuotu, lause ihmisille.',
  'Its attributes: a vehicle that there is not yet is created with them, one that there is gets these and keeps the rest. Left out: it is there and stays as it is.':
    'Sen ominaisuudet: ajoneuvo, jota ei vielä ole, luodaan niillä; olemassa oleva saa nämä ja pitää muut. Pois jätettynä: se on olemassa ja jää ennalleen.',
  'Its schedules, recognised by their departures; none is removed.':
    'Sen seisonnat, tunnistettuina lähdöistään; mitään ei poisteta.',
  'Pass it as `before` for the entries before these; left out: there are none.':
    'Anna se `before`-arvona saadaksesi tätä aiemmat merkinnät; pois jätettynä: niitä ei ole.',
  'The id of the entry.': 'Merkinnän tunnus.',
  'When the change was made.': 'Milloin muutos tehtiin.',
  'A member of staff, a refresh token, or Readyline itself.': 'Henkilö, päivitystunniste tai Readyline itse.',
  'The id of the member of staff or of the token.': 'Henkilön tai tunnisteen tunnus.',
  'Its name at that time.': 'Nimi sillä hetkellä.',
  'Who made the change.': 'Kuka muutoksen teki.',
  'The network address that the call came from; left out: it came by no call.':
    'Verkko-osoite, josta kutsu tuli; pois jätettynä: se ei tullut kutsusta.',
  'The `X-Request-Id` of the call, which lines of the log have too.':
    'Kutsun `X-Request-Id`, joka on myös lokin riveillä.',
  'The id of what was changed.': 'Muutetun kohteen tunnus.',
  'The id of the vehicle that it is about or belongs to.': 'Sen ajoneuvon tunnus, jota se koskee tai jolle se kuuluu.',
  'The ids of the locations that it concerns.': 'Niiden toimipaikkojen tunnukset, joita se koskee.',
  'The properties as they were: only those that differ. Left out: it was not there.':
    'Ominaisuudet sellaisina kuin ne olivat: vain eroavat. Pois jätettynä: sitä ei ollut.',
  'The properties as they are since: only those that differ. Left out: it is gone.':
    'Ominaisuudet sellaisina kuin ne ovat sen jälkeen: vain eroavat. Pois jätettynä: se on poissa.',
  'The location that it was for.': 'Toimipaikka, jota se koski.',
  '`file`, or `edit` for a change of many vehicles by hand.': '`file`, tai `edit` monen ajoneuvon muutokselle käsin.',
  'The name of the person or token that made it.': 'Sen tehneen henkilön tai tunnisteen nimi.',
  'When it began, ISO 8601.': 'Milloin se alkoi, ISO 8601.',
  'When the last of it came, ISO 8601.': 'Milloin sen viimeinen osa tuli, ISO 8601.',
  'How many vehicles it was for and did.': 'Montaako ajoneuvoa se koski ja monenko osalta se onnistui.',
  'How many schedules it brought.': 'Montako seisontaa se toi.',
  'What was not imported, and why: at most 1,000. Whose access is limited to locations is told the reasons of their own imports only.':
    'Mitä ei tuotu, ja miksi: enintään 1 000. Jos käyttö on rajattu toimipaikkoihin, syyt kerrotaan vain omista tuonneista.',
  'How many of them there are, also where a list of imports gives the first 20 only.':
    'Montako niitä on, myös kun tuontien luettelo antaa vain 20 ensimmäistä.',
  'Until when it can be undone, ISO 8601.': 'Mihin asti sen voi kumota, ISO 8601.',
  'That it was undone; left out where it was not.': 'Että se kumottiin; jätetty pois, jos ei.',
  'When, ISO 8601.': 'Milloin, ISO 8601.',
  'The name of the person or token.': 'Henkilön tai tunnisteen nimi.',
  'How many changes were taken back.': 'Montako muutosta kumottiin.',
  'What stays as it is, and why: at most 1,000. Left empty for whose access is limited to locations, but for their own imports.':
    'Mikä jää ennalleen, ja miksi: enintään 1 000. Tyhjä, jos käyttö on rajattu toimipaikkoihin, paitsi omista tuonneista.',
  'What it is.': 'Mikä se on.',
  'Why it stays as it is, a sentence for people.': 'Miksi se jää ennalleen, lause ihmisille.',
  'The id of the import, with which it goes on or is undone; left out with dryRun.':
    'Tuonnin tunnus, jolla sitä jatketaan tai se kumotaan; dryRun jättää sen pois.',
  'The HTTP status that the vehicle alone would have.': 'HTTP-tila, jonka ajoneuvo saisi yksin.',
  'Why nothing of it was imported; absent where all of it was.':
    'Miksi siitä ei tuotu mitään; puuttuu, kun kaikki tuotiin.',
  'With dryRun: what would become of the vehicle; left out: it stays as it is.':
    'dryRun: mitä ajoneuvosta tulisi; pois jätettynä: se jää ennalleen.',
  'The vehicle as it is; left out: it is new.': 'Ajoneuvo sellaisena kuin se on; pois jätettynä: se on uusi.',
  'The vehicle as it would be.': 'Ajoneuvo sellaisena kuin se olisi.',
  'How many changes are taken back.': 'Montako muutosta kumotaan.',
  'What stays as it is, and why.': 'Mikä jää ennalleen, ja miksi.',
} satisfies Record<keyof typeof deImportsAndAudit, string>
