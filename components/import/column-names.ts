/**
 * What columns of files are called besides the API's names, in any of our languages: an office that reads the pages in
 * Finnish gets files from German partners. They are compared by `plainName`; columns.test.ts holds every name that a form
 * shows to be among them.
 */

/** `Ziel-SoC`, `SoC Ziel`, `Target charge`: what is said of a state of charge, before or after the word for it. */
function ofCharge(...roles: string[]): string[] {
  const words = ['soc', 'charge', 'ladezustand', 'ladung', 'varaus', 'varaustaso']
  return roles.flatMap((role) => words.flatMap((word) => [`${role} ${word}`, `${word} ${role}`]))
}

const DEPOT = [
  ...['location', 'depot', 'depots', 'site', 'Standort', 'Standorte', 'Betriebshof', 'Depotkennung'],
  ...['varikko', 'varikot', 'toimipaikka', 'toimipaikat', 'varikon tunnus'],
]
const VEHICLE = [
  ...['vehicle id', 'ev id', 'vehicle', 'bus', 'Fahrzeug', 'Fahrzeugkennung', 'Fahrzeugnummer', 'Wagen'],
  ...['Wagennummer', 'ajoneuvo', 'ajoneuvotunnus', 'ajoneuvon tunnus', 'auto', 'linja-auto'],
]

export const VEHICLE_NAMES: Readonly<Record<string, readonly string[]>> = {
  id: [...VEHICLE, 'Kennung', 'tunnus'],
  name: ['Bezeichnung', 'Fahrzeugname', 'nimi'],
  evModel: [
    ...['model', 'make', 'make and model', 'vehicle type', 'Modell', 'Typ', 'Fahrzeugtyp', 'Marke und Modell'],
    ...['Hersteller und Modell', 'malli', 'merkki ja malli', 'ajoneuvotyyppi'],
  ],
  licensePlate: [
    ...['plate', 'registration', 'Kennzeichen', 'amtliches Kennzeichen', 'rekisteritunnus', 'rekisteri'],
    ...['rekisterinumero', 'rekisterikilpi'],
  ],
  vin: ['Fahrgestellnummer', 'Fahrzeug-Identifizierungsnummer', 'FIN', 'valmistenumero', 'alustanumero'],
  locationUid: DEPOT,
  macAddress: ['mac', 'ev mac address', 'evccid', 'MAC-Adresse', 'MAC-osoite'],
  portType: [
    ...['inlet', 'connector', 'plug', 'charging port', 'type of charging port', 'Ladeanschluss', 'Anschluss'],
    ...['Art des Ladeanschlusses', 'Stecker', 'Steckertyp', 'latausliitäntä', 'latausliitännän tyyppi', 'liitäntä'],
    ...['pistoke', 'liitin'],
  ],
  fullChargeEnergykWh: [
    ...['battery', 'battery kWh', 'battery capacity', 'usable battery', 'capacity', 'Batterie', 'nutzbare Batterie'],
    ...['Batteriekapazität', 'Batteriegröße', 'Kapazität', 'akku', 'käytettävä akku', 'akun koko', 'kapasiteetti'],
    'akkukapasiteetti',
  ],
  maxChargePowerkW: [
    ...['max power', 'max power kW', 'maximum power', 'maximum charging power', 'charging power', 'power'],
    ...['Leistung', 'Ladeleistung', 'höchste Ladeleistung', 'maximale Ladeleistung', 'max Ladeleistung'],
    ...['teho', 'latausteho', 'suurin latausteho', 'enimmäisteho', 'maksimiteho'],
  ],
  minChargePowerkW: [
    ...['min power', 'min power kW', 'minimum power', 'minimum charging power', 'niedrigste Ladeleistung'],
    ...['minimale Ladeleistung', 'min Ladeleistung', 'Mindestladeleistung', 'pienin latausteho', 'vähimmäisteho'],
    'minimiteho',
  ],
  consumption: ['consumption Wh/km', 'Verbrauch', 'kulutus'],
  supportsPauseResume: [
    ...['pause', 'pauses', 'can pause', 'charging can pause and go on', 'Pausen', 'kann pausieren'],
    ...['Laden kann pausieren und fortgesetzt werden', 'tauot', 'lataus voi pitää tauon ja jatkua'],
  ],
  enableChargeScheduling: [
    ...['scheduling', 'planned', 'plan its charging', 'Planung', 'Laden planen', 'geplant'],
    ...['suunnittelu', 'suunnittele lataus', 'suunnitellaan'],
  ],
  notes: ['note', 'Notiz', 'Notizen', 'Bemerkung', 'Bemerkungen', 'huomautus', 'huomautukset', 'muistiinpanot'],
}

export const STAY_NAMES: Readonly<Record<string, readonly string[]>> = {
  vehicleId: [...VEHICLE, 'id'],
  plannedArrivalTime: [
    ...['arrival', 'arrival time', 'planned arrival', 'arrives', 'Ankunft', 'Ankunftszeit', 'geplante Ankunft'],
    ...['saapuu', 'saapuminen', 'saapumisaika', 'suunniteltu saapuminen'],
  ],
  plannedDepartureTime: [
    ...['departure', 'departure time', 'planned departure', 'leaves', 'Abfahrt', 'Abfahrtszeit', 'geplante Abfahrt'],
    ...['Ausfahrt', 'lähtee', 'lähtö', 'lähtöaika', 'suunniteltu lähtö'],
  ],
  startSoC: [
    ...['soc', 'charge on arrival', 'charge at start', 'Ladezustand', 'Ladung bei Ankunft', 'SoC bei Ankunft'],
    ...[
      'Ladezustand bei Ankunft',
      'Ladung zu Beginn',
      'varaus',
      'varaus saapuessa',
      'varaustaso saapuessa',
      'varaus alussa',
    ],
    ...ofCharge('start', 'arrival', 'Ankunfts', 'Anfangs', 'alku', 'saapumis'),
  ],
  targetSoC: [...['target', 'Ziel', 'tavoite', 'tavoitetaso'], ...ofCharge('target', 'Ziel', 'tavoite')],
  minimumSoC: [
    ...['minimum', 'needed at least', 'mindestens nötig', 'Mindestwert', 'minimi', 'tarve vähintään', 'vähintään'],
    ...ofCharge('min', 'minimum', 'Mindest', 'minimi', 'vähimmäis'),
  ],
  priority: ['prio', 'Priorität', 'prioriteetti'],
  blockId: ['block', 'duty', 'block id', 'Umlauf', 'Umlaufnummer', 'Dienst', 'vuoro', 'autokierto'],
  externalId: ['external', 'external id', 'reference', 'externe Kennung', 'Referenz', 'ulkoinen tunnus', 'viite'],
  recurrenceRule: ['rrule', 'recurrence', 'repeats', 'Wiederholung', 'Regel', 'toistuu', 'toisto', 'sääntö'],
  locationUid: DEPOT,
}
