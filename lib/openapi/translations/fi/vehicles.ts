import type { deVehicles } from '@/lib/openapi/translations/de/vehicles'

/** What the API document says of vehicles, in Finnish, by its English text. */
export const fiVehicles = {
  'List the vehicles': 'Luettele ajoneuvot',
  'By name, then id. `locationUid` may be repeated and keeps the vehicles of these locations.':
    'Nimen, sitten tunnuksen mukaan. `locationUid` voi toistua ja säilyttää näiden toimipaikkojen ajoneuvot.',
  'Keeps the vehicles of this location; it may be repeated.': 'Säilyttää tämän toimipaikan ajoneuvot; voi toistua.',
  'The vehicles': 'Ajoneuvot',
  'Get a vehicle': 'Hae ajoneuvo',
  'The vehicle': 'Ajoneuvo',
  'Create or replace a vehicle': 'Luo tai korvaa ajoneuvo',
  'What is left out, or null, goes back to its default. Nothing is required. You choose the id.':
    'Pois jätetty tai null palaa oletukseensa. Mikään ei ole pakollista. Valitset tunnuksen.',
  'The ETag that you read; the call is refused with 412 when the vehicle has changed since.':
    'Lukemasi ETag; kutsu hylätään tilalla 412, kun ajoneuvo on muuttunut sen jälkeen.',
  'Change some attributes of a vehicle': 'Muuta ajoneuvon joitakin ominaisuuksia',
  'Delete a vehicle': 'Poista ajoneuvo',
  'Past schedules stay in the location’s range; future ones go. A token that is narrowed to locations and does not see all of the vehicle’s locations and coming schedules gets a 409.':
    'Menneet seisonnat säilyvät toimipaikan ajanjaksolla; tulevat poistuvat. Toimipaikkoihin rajattu tunniste, joka ei näe kaikkia ajoneuvon toimipaikkoja ja tulevia seisontoja, saa tilan 409.',
  'The events, at most 1,000, in any order.': 'Tapahtumat, enintään 1 000, missä tahansa järjestyksessä.',
  'Your id of the event, unique per location; without a location, per token.':
    'Oma tunnuksesi tapahtumalle, yksilöllinen toimipaikassa; ilman toimipaikkaa tunnistetta kohti.',
  'What happened.': 'Mitä tapahtui.',
  'When it happened. Over 2 minutes ahead or before 2020: replaced by the time of receipt, with a warning.':
    'Milloin se tapahtui. Yli 2 minuuttia edellä tai ennen vuotta 2020: korvataan vastaanottoajalla, ja siitä varoitetaan.',
  'The MAC address of the vehicle’s charging port, by which it is recognised.':
    'Ajoneuvon latausliitännän MAC-osoite, josta se tunnistetaan.',
  'The vehicle, where its MAC address is not known.': 'Ajoneuvo, jos sen MAC-osoitetta ei tiedetä.',
  'The location where it happened.': 'Toimipaikka, jossa se tapahtui.',
  'The charging station; text or a whole number.': 'Latausasema; teksti tai kokonaisluku.',
  'The evse of the station; text or a whole number.': 'Aseman latauspiste; teksti tai kokonaisluku.',
  'The connector of the evse; text or a whole number.': 'Latauspisteen liitin; teksti tai kokonaisluku.',
  'The charging system’s id of the transaction; text or a whole number.':
    'Latausjärjestelmän tunnus lataukselle; teksti tai kokonaisluku.',
  'State of charge in percent; what is outside 0–100 is not believed.':
    'Varaustaso prosentteina; välin 0–100 ulkopuolista ei uskota.',
  'Power at the outlet, in kW.': 'Teho latauspisteessä, kW.',
  'Energy at the outlet since the transaction began, in kWh.': 'Energia latauspisteessä latauksen alusta, kWh.',
  'The lifetime register of the outlet’s meter, in kWh.': 'Latauspisteen mittarin kokonaislukema, kWh.',
  'Why charging stopped, in the charging system’s words.': 'Miksi lataus päättyi, latausjärjestelmän sanoin.',
  'The odometer of the vehicle, in km.': 'Ajoneuvon matkamittari, km.',
  'For v2icp: the message of the vehicle (VDV 261).': 'Kun v2icp: ajoneuvon viesti (VDV 261).',
  'For connector-status: a status of OCPP.': 'Kun connector-status: OCPP:n tila.',
  'For connector-status: the error that the connector reports.': 'Kun connector-status: virhe, jonka liitin ilmoittaa.',
  'Make and model.': 'Merkki ja malli.',
  'License plate.': 'Rekisteritunnus.',
  'Notes, at most 10,000 characters.': 'Muistiinpanot, enintään 10 000 merkkiä.',
  'Vehicle identification number.': 'Ajoneuvon valmistenumero (VIN).',
  'Energy that charges the battery from 0 to 100 %, in kWh. Without it the vehicle gets no plan.':
    'Energia, joka lataa akun 0:sta 100 prosenttiin, kWh. Ilman sitä ajoneuvo ei saa suunnitelmaa.',
  'Most power that it charges with, in kW. Without it the vehicle gets no plan.':
    'Suurin teho, jolla se lataa, kW. Ilman sitä ajoneuvo ei saa suunnitelmaa.',
  'Minimum power that it charges with, in kW; 0 by default, never above the maximum.':
    'Pienin teho, jolla se lataa, kW; oletus 0, ei koskaan yli suurimman.',
  'Minimum power of preconditioning, in kW; a higher one shortens the time.':
    'Esilämmityksen pienin teho, kW; suurempi lyhentää aikaa.',
  'Consumption in Wh/km, for estimates of the charge on arrival.': 'Kulutus, Wh/km, saapumisvarauksen arviointiin.',
  'Whether charging can pause and go on. False by default: one uninterrupted block.':
    'Voiko lataus pitää tauon ja jatkua. Oletus false: yhtäjaksoisesti.',
  'Whether its charging is planned. True by default; false: its schedules are kept, and it charges at full power from arrival.':
    'Suunnitellaanko sen lataus. Oletus true; false: sen seisonnat säilyvät, ja se lataa täydellä teholla saapumisesta alkaen.',
  'The locations that it belongs to: one id or several; null for none.':
    'Toimipaikat, joihin se kuuluu: yksi tunnus tai useita; null: ei mihinkään.',
  'Its inlets, by which it is recognised when it plugs in; an empty list for none.':
    'Sen latausliitännät, joista se tunnistetaan kytkettäessä; tyhjä luettelo, jos ei ole.',
  'Deprecated: the address of the first active charging port. Use chargingPorts, which win if both come. Alone it sets that port’s address, and null removes the port.':
    'Vanhentunut: ensimmäisen aktiivisen latausliitännän osoite. Käytä ominaisuutta chargingPorts, joka voittaa, jos molemmat tulevat. Yksin se asettaa tuon liitännän osoitteen, ja null poistaa liitännän.',
  'How it is prepared for the departure.': 'Miten se valmistellaan lähtöön.',
  'What preconditioning takes where the vehicle does not say it itself (V2ICP).':
    'Mitä esilämmitys vaatii, jos ajoneuvo ei kerro sitä itse (V2ICP).',
  'Most power by state of charge, 2 to 20 points, linear between them. Left out: not known.':
    'Suurin teho varaustason mukaan, 2–20 pistettä, lineaarinen niiden välillä. Pois jätettynä: ei tiedossa.',
  'RFID or contract ids that it is also known by, each of one vehicle only, in upper or lower case. Left out: none.':
    'RFID- tai sopimustunnukset, joilla se myös tunnetaan, kukin vain yhdellä ajoneuvolla, isoin tai pienin kirjaimin. Pois jätettynä: ei ole.',
  'MAC address of the charging controller (EVCCID), by which the vehicle is recognised; it belongs to one vehicle. Taken with colons, dashes or none, given back upper-case with colons.':
    'Latausohjaimen MAC-osoite (EVCCID), josta ajoneuvo tunnistetaan; se kuuluu yhdelle ajoneuvolle. Hyväksytään kaksoispistein, viivoin tai ilman, palautetaan isoin kirjaimin ja kaksoispistein.',
  'True: the port is kept but not in use. False by default.':
    'True: liitäntä säilyy, mutta se ei ole käytössä. Oletus false.',
  'The type of the inlet.': 'Liitännän tyyppi.',
  'Outside temperature, in °C.': 'Ulkolämpötila, °C.',
  'What is done with the interior before the departure.': 'Mitä sisätilalle tehdään ennen lähtöä.',
  'Whether the vehicle is preconditioned before it leaves. False by default.':
    'Esilämmitetäänkö ajoneuvo ennen lähtöä. Oletus false.',
  'Energy that heating or cooling takes before the departure, in kWh; 0 by default.':
    'Energia, jonka lämmitys tai jäähdytys vie ennen lähtöä, kWh; oletus 0.',
  'How long heating or cooling takes, in milliseconds; 0 by default.':
    'Kauanko lämmitys tai jäähdytys kestää, millisekunteina; oletus 0.',
  'How long conditioning the battery takes, in milliseconds; 0 by default.':
    'Kauanko akun lämpötilan säätö kestää, millisekunteina; oletus 0.',
  'State of charge, in percent, above that of the point before.':
    'Varaustaso prosentteina, suurempi kuin edellisen pisteen.',
  'Most power that the battery takes there, in kW.': 'Suurin teho, jonka akku siinä ottaa, kW.',
  'The id of the event; absent where it had none.': 'Tapahtuman tunnus; puuttuu, jos sitä ei ollut.',
  'What became of it. conflict: this id was used for other content, which stands; unknown-vehicle: kept as a stranger’s, judged anew when it is sent again.':
    'Mitä siitä tuli. conflict: tätä tunnusta käytettiin toiselle sisällölle, joka pätee; unknown-vehicle: säilytetään tuntemattoman ajoneuvon tapahtumana ja arvioidaan uudelleen, kun se lähetetään uudelleen.',
  'Why it was not accepted, a sentence for people.': 'Miksi sitä ei hyväksytty, lause ihmisille.',
  'What of the event is not believed, and why.': 'Mitä tapahtumasta ei uskota, ja miksi.',
  'A result for each event, in request order.': 'Tulos jokaisesta tapahtumasta, pyynnön järjestyksessä.',
  'Its id, which you choose.': 'Sen tunnus, jonka valitset.',
  'The locations that it belongs to; null for none.': 'Toimipaikat, joihin se kuuluu; null: ei mihinkään.',
  'Read-only: what its last V2ICP message (VDV 261) said.':
    'Vain luettava: mitä sen viimeisin V2ICP-viesti (VDV 261) sanoi.',
  'The MAC address under which it reported.': 'MAC-osoite, jolla se ilmoittautui.',
  'The location where it reported.': 'Toimipaikka, jossa se ilmoittautui.',
  'Its odometer, in km.': 'Sen matkamittari, km.',
  'The id of the password that it used.': 'Sen käyttämän salasanan tunnus.',
  'What the backend answered.': 'Mitä taustajärjestelmä vastasi.',
  'When the message was sent.': 'Milloin viesti lähetettiin.',
  'The raw message (VDV 261).': 'Raakaviesti (VDV 261).',
  'The vehicle identification number that it reported.': 'Valmistenumero, jonka se ilmoitti.',
  'The vehicles, by name, then id.': 'Ajoneuvot nimen, sitten tunnuksen mukaan.',
  'What its last V2ICP message said; the same as in the vehicle.':
    'Mitä sen viimeisin V2ICP-viesti sanoi; sama kuin ajoneuvossa.',
} satisfies Record<keyof typeof deVehicles, string>
