import type { deStations } from '@/lib/openapi/translations/de/stations'

/** What the API document says of stations, in Finnish, by its English text. */
export const fiStations = {
  'Get whether the chargers of a depot are simulated': 'Hae, ovatko varikon latausasemat simuloituja',
  'The demo depot comes with simulated chargers and vehicles, which connect over OCPP as real ones do.':
    'Demovarikolla on simuloidut latausasemat ja ajoneuvot, jotka ottavat yhteyden OCPP:llä kuten oikeat.',
  'The state of the simulation': 'Simulaation tila',
  'Start or stop the simulated chargers of the demo depot': 'Käynnistä tai pysäytä demovarikon simuloidut latausasemat',
  'Within seconds they connect and play the depot’s schedules, or are offline. It stays so when the app restarts.':
    'Sekunneissa ne ottavat yhteyden ja toteuttavat varikon seisontoja, tai niihin ei ole yhteyttä. Tila säilyy, kun sovellus käynnistyy uudelleen.',
  'List the charging stations of a depot, with what each of them does now':
    'Luettele varikon latausasemat ja mitä kukin niistä tekee nyt',
  'By name, then id.': 'Nimen, sitten tunnuksen mukaan.',
  'The stations': 'Latausasemat',
  'List the identities that tried to connect and were refused':
    'Luettele tunnukset, jotka yrittivät yhteyttä ja torjuttiin',
  'The last to try first; at most 100, of the last 7 days. Needs an administrator of all depots. One is adopted by creating the station with its id, with `keepPassword: true` if the password that it tried last is to hold.':
    'Viimeksi yrittänyt ensin; enintään 100, 7 viime päivältä. Vaatii kaikkien varikoiden ylläpitäjän. Hyväksyminen tapahtuu luomalla latausasema samalla tunnuksella, ja `keepPassword: true`, jos viimeksi yritetty salasana jää voimaan.',
  'The identities': 'Tunnukset',
  'Get a charging station': 'Hae latausasema',
  'The OCPP identity of the charging station, as it stands in its URL.':
    'Latausaseman OCPP-tunnus sellaisena kuin se on sen URL-osoitteessa.',
  'The station': 'Latausasema',
  'Version of the writable attributes': 'Kirjoitettavien ominaisuuksien versio',
  'Create or replace a charging station': 'Luo tai korvaa latausasema',
  'You choose the id: it is the OCPP identity, the last part of the address that the station connects to (`wss://…/ocpp/{stationId}`). What is left out, or null, goes back to its default; the password stays.':
    'Valitset tunnuksen: se on OCPP-tunnus, viimeinen osa osoitteesta, johon asema ottaa yhteyden (`wss://…/ocpp/{stationId}`). Pois jätetty tai null palaa oletukseensa; salasana säilyy.',
  'The ETag that you read; the call is refused with 412 when the station’s attributes have changed since.':
    'Lukemasi ETag; kutsu hylätään tilalla 412, kun aseman ominaisuudet ovat muuttuneet sen jälkeen.',
  'Change some attributes of a charging station': 'Muuta latausaseman joitakin ominaisuuksia',
  'JSON Merge Patch (RFC 7396): objects merge, arrays replace, null clears.':
    'JSON Merge Patch (RFC 7396): oliot yhdistetään, luettelot korvataan, null tyhjentää.',
  'Delete a charging station': 'Poista latausasema',
  'Its connection ends. What it has reported about vehicles stays.':
    'Sen yhteys päättyy. Se, mitä se on ilmoittanut ajoneuvoista, säilyy.',
  'Tell a charging station to reset, unlock, start, stop or report':
    'Käske latausasemaa käynnistymään uudelleen, avaamaan lukitus, aloittamaan, lopettamaan tai ilmoittamaan',
  'Answers at once; read the command to see what the station answered. In OCPP 1.6 `evseId` is the connector. A command that its station cannot be told within a minute expires.':
    'Vastaa heti; lue käsky nähdäksesi, mitä asema vastasi. OCPP 1.6:ssa `evseId` on liitin. Käsky, jota asemalle ei voida kertoa minuutissa, vanhenee.',
  'The command': 'Käsky',
  'Get what became of a command': 'Hae, mitä käskystä tuli',
  'The id of the command.': 'Käskyn tunnus.',
  'Say which vehicle stands at an evse whose vehicle was not recognised':
    'Kerro, mikä ajoneuvo on latauspisteessä, jonka ajoneuvoa ei tunnistettu',
  'What was reported of the stranger since it was plugged in becomes the vehicle’s, and a plan follows. Refused with 409 where nobody is plugged in, or where a vehicle was recognised.':
    'Se, mitä tuntemattomasta on ilmoitettu kytkemisen jälkeen, siirtyy tälle ajoneuvolle, ja suunnitelma seuraa. Hylätään tilalla 409, jos mitään ei ole kytketty tai jos ajoneuvo tunnistettiin.',
  'Number of the evse at its station, from 1; in OCPP 1.6 the connector’s number.':
    'Latauspisteen numero asemallaan, 1:stä alkaen; OCPP 1.6:ssa liittimen numero.',
  'It is this vehicle': 'Se on tämä ajoneuvo',
  'List the raw OCPP messages of a charging station, both directions':
    'Luettele latausaseman raa’at OCPP-viestit, molempiin suuntiin',
  'Newest first, of the last 7 days. Messages of one millisecond are never divided between two pages.':
    'Uusin ensin, 7 viime päivältä. Saman millisekunnin viestit eivät koskaan jakaudu kahdelle sivulle.',
  'Only messages before this time.': 'Vain viestit ennen tätä aikaa.',
  'The messages': 'Viestit',
  'Make a new password for a charging station': 'Luo latausasemalle uusi salasana',
  'The password is in this answer and never again; no body is needed. The one before it does not open a new connection any more; an open connection stays.':
    'Salasana on tässä vastauksessa eikä koskaan enää; sisältöä ei tarvita. Edellinen ei enää avaa uutta yhteyttä; avoin yhteys säilyy.',
  'The password': 'Salasana',
  'Most power of the whole station in kW; its evses share it.':
    'Koko aseman suurin teho, kW; sen latauspisteet jakavat sen.',
  'Most power of this evse in kW, at its outlet.': 'Tämän latauspisteen suurin teho, kW, sen ulostulossa.',
  'Whether the simulated chargers are to be connected.': 'Otetaanko simuloituihin latausasemiin yhteys.',
  'The depot that the station stands in.': 'Varikko, jolla asema on.',
  'What people call it.': 'Millä nimellä ihmiset sen tuntevat.',
  'What each evse may draw, in kW, when nobody tells it anything. Left out, and at most: the depot’s lowest headroom less what cannot be steered, divided by its evses.':
    'Mitä kukin latauspiste saa ottaa, kW, kun kukaan ei sano sille mitään. Pois jätettynä, ja enintään: varikon pienin vapaa teho vähennettynä sillä, mitä ei voi ohjata, jaettuna sen latauspisteillä.',
  'Whether charging may be stopped and started again here to wake a vehicle after a pause.':
    'Saako latauksen täällä pysäyttää ja käynnistää uudelleen ajoneuvon herättämiseksi tauon jälkeen.',
  'Whether it may connect without a password: only for a network that nobody else can reach.':
    'Saako se ottaa yhteyden ilman salasanaa: vain verkossa, johon kukaan muu ei pääse.',
  'Its evses. Those that it reports and that are not named here are added.':
    'Sen latauspisteet. Ne, jotka se ilmoittaa ja joita tässä ei nimetä, lisätään.',
  'Write-only. Adopts a station that waits (`GET /stations/waiting`) with the password that it tried last.':
    'Vain kirjoitettava. Hyväksyy odottavan aseman (`GET /stations/waiting`) salasanalla, jota se viimeksi yritti.',
  'Its connectors; none named: one, of an unknown type.':
    'Sen liittimet; jos mitään ei nimetä: yksi, tyypiltään tuntematon.',
  'Minimum power of this evse in kW, below which it gives nothing.':
    'Tämän latauspisteen pienin teho, kW, jonka alla se ei anna mitään.',
  'Where a vehicle stands that charges here, in the depot’s own words.':
    'Missä täällä lataava ajoneuvo on, varikon omin sanoin.',
  'Number of the connector at its evse, from 1.': 'Liittimen numero latauspisteessään, 1:stä alkaen.',
  'What vehicles plug into it.': 'Miten ajoneuvot kytketään siihen.',
  'What the station is to do.': 'Mitä aseman on tehtävä.',
  'For `start`: the vehicle that is to charge.': 'Kun `start`: ajoneuvo, jonka on ladattava.',
  'For `reset`: at once. Otherwise OCPP 2.0.1 waits until nobody charges, and OCPP 1.6 ends charging in good order first.':
    'Kun `reset`: heti. Muuten OCPP 2.0.1 odottaa, kunnes kukaan ei lataa, ja OCPP 1.6 lopettaa ensin latauksen hallitusti.',
  'For `trigger`: the message that the station is to send.': 'Kun `trigger`: viesti, joka aseman on lähetettävä.',
  'The vehicle that stands there.': 'Siellä oleva ajoneuvo.',
  '`none`: the chargers of this location are not simulated; else whether the simulation goes on now.':
    '`none`: tämän toimipaikan latausasemia ei simuloida; muuten, onko simulaatio nyt käynnissä.',
  'When it was started, where it goes on.': 'Milloin se käynnistettiin, jos se on käynnissä.',
  'The stations.': 'Latausasemat.',
  'Its evses, each of which charges one vehicle at a time.':
    'Sen latauspisteet, joista kukin lataa yhtä ajoneuvoa kerrallaan.',
  'Whether a password was made or kept for it.': 'Luotiinko tai säilytettiinkö sille salasana.',
  'The protocol, ocpp1.6 or ocpp2.0.1; absent until it has connected.':
    'Protokolla, ocpp1.6 tai ocpp2.0.1; puuttuu, kunnes se on ottanut yhteyden.',
  'Its vendor, as it says.': 'Valmistaja, sen oman ilmoituksen mukaan.',
  'Its model, as it says.': 'Malli, sen oman ilmoituksen mukaan.',
  'Its serial number, as it says.': 'Sarjanumero, sen oman ilmoituksen mukaan.',
  'Its firmware version, as it says.': 'Laiteohjelmiston versio, sen oman ilmoituksen mukaan.',
  'Whether it is connected now.': 'Onko siihen nyt yhteys.',
  'When its last message came.': 'Milloin sen viimeinen viesti tuli.',
  'How much its clock is behind ours, in milliseconds (negative: ahead); absent until known.':
    'Kuinka paljon sen kello on jäljessä omastamme, millisekunteina (negatiivinen: edellä); puuttuu, kunnes se tiedetään.',
  'How it follows a limit: by transaction, by default profile, by station maximum, or not at all.':
    'Miten se noudattaa rajaa: lataus kerrallaan, oletusprofiililla, aseman enimmäisteholla vai ei lainkaan.',
  'The faults that it reports now; empty for none.': 'Viat, jotka se nyt ilmoittaa; tyhjä, jos ei ole.',
  'Number of the evse at its station, from 1.': 'Latauspisteen numero asemallaan, 1:stä alkaen.',
  'What vehicles plug into it; absent: not known.': 'Miten ajoneuvot kytketään siihen; puuttuu: ei tiedossa.',
  'Its connectors.': 'Sen liittimet.',
  'As the station reports it, in OCPP’s words, such as Available, Charging or Faulted.':
    'Aseman ilmoittamana, OCPP:n sanoin, esimerkiksi Available, Charging tai Faulted.',
  'The error that it reports; absent when there is none.': 'Virhe, jonka se ilmoittaa; puuttuu, kun sitä ei ole.',
  'Since when it has this status.': 'Mistä alkaen sillä on ollut tämä tila.',
  'The vehicle that is plugged in here, where it was recognised.': 'Tähän kytketty ajoneuvo, jos se tunnistettiin.',
  'The schedule that this vehicle is here for.': 'Seisonta, jota varten tämä ajoneuvo on täällä.',
  'The transaction that runs.': 'Käynnissä oleva lataus.',
  'Power at the outlet in kW, as last measured.': 'Teho latauspisteessä, kW, viimeksi mitattuna.',
  'True where what its meter counts is about a thousandth of what its power would make, or nothing: one of them is wrong. The power is counted as it was said.':
    'Tosi, jos mittarin laskema energia on noin tuhannesosa siitä, mitä teho tuottaisi, tai nolla: toinen niistä on väärä. Teho lasketaan niin kuin se ilmoitettiin.',
  'Energy of this transaction in kWh.': 'Tämän latauksen energia, kWh.',
  'State of charge in percent, as last measured.': 'Varaustaso prosentteina, viimeksi mitattuna.',
  'What it was told to draw at most, in kW.': 'Mitä sen sanottiin enintään ottavan, kW.',
  'Delivered energy in percent of the planned, over 7 days; absent under an hour of charging.':
    'Annettu energia prosentteina suunnitellusta, 7 päivältä; puuttuu, kun latausta on alle tunti.',
  'Number of the evse; absent: the whole station.': 'Latauspisteen numero; puuttuu: koko asema.',
  'The station’s own code, such as GroundFailure.': 'Aseman oma koodi, esimerkiksi GroundFailure.',
  'What else it says about it.': 'Mitä muuta se siitä sanoo.',
  'Since when it is reported.': 'Mistä alkaen se on ilmoitettu.',
  'The identity with which it tried.': 'Tunnus, jolla se yritti.',
  'When it tried first.': 'Milloin se yritti ensimmäisen kerran.',
  'When it tried last.': 'Milloin se yritti viimeksi.',
  'How often it tried.': 'Montako kertaa se yritti.',
  'Why it was refused the last time, in a sentence.': 'Miksi se viimeksi torjuttiin, lauseena.',
  'The identities that tried to connect and were refused.': 'Tunnukset, jotka yrittivät yhteyttä ja torjuttiin.',
  'What the station was to do.': 'Mitä aseman oli tehtävä.',
  'How far it is. waiting: for its station; sent: for the answer; failed: no answer; expired: it was not connected.':
    'Kuinka pitkällä se on. waiting: odottaa asemaansa; sent: odottaa vastausta; failed: ei vastausta; expired: asemaan ei ollut yhteyttä.',
  'What the station answered, or why it failed.': 'Mitä asema vastasi, tai miksi se epäonnistui.',
  'When it came to this status.': 'Milloin se tuli tähän tilaan.',
  'When it was received or sent.': 'Milloin se vastaanotettiin tai lähetettiin.',
  'Whether it came from the station (in) or went to it (out).': 'Tuliko se asemalta (in) vai menikö se asemalle (out).',
  'OCPP’s name of the call, for its answer too.': 'OCPP:n nimi kutsulle, myös sen vastaukselle.',
  'The message id, the same for a call and its answer.': 'Viestin tunnus, sama kutsulle ja sen vastaukselle.',
  'The message, as it is.': 'Viesti sellaisenaan.',
  'The error code, where this is one.': 'Virhekoodi, kun tämä on virhe.',
  'The messages, newest first.': 'Viestit, uusin ensin.',
  'Pass it as `before` for the messages before these.': 'Anna se `before`-arvona saadaksesi näitä aiemmat viestit.',
  'The password: 20 printable characters, shown this once.': 'Salasana: 20 tulostuvaa merkkiä, näytetään tämän kerran.',
  'The same secret as 40 hexadecimal digits, as the AuthorizationKey of OCPP 1.6 takes it.':
    'Sama salaisuus 40 heksadesimaalimerkkinä, kuten OCPP 1.6:n AuthorizationKey sen ottaa.',
} satisfies Record<keyof typeof deStations, string>
