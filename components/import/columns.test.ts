import { expect, test } from 'vitest'
import { STAY_NAMES, VEHICLE_NAMES } from '@/components/import/column-names'
import { COLUMNS, columnName, IMPORT_KINDS, mappingOf } from '@/components/import/columns'
import { textIn } from '@/components/messages/text'
import { LANGUAGES } from '@/lib/contract/enumerations'

const EVERYWHERE = LANGUAGES.flatMap((language) => IMPORT_KINDS.map((kind) => ({ language, kind })))

test.each(EVERYWHERE)(
  'a file of $kind with the names of the forms in $language is read whole',
  ({ language, kind }) => {
    const text = textIn(language)
    const properties = COLUMNS[kind].map(({ property }) => property)
    const names = properties.map((property) => columnName(kind, property, text))
    expect(mappingOf(names, kind)).toEqual(properties)
    const shouted = names.map((name) => ` ${name.toUpperCase()} (kWh)`)
    expect(mappingOf(shouted, kind)).toEqual(properties)
  },
)

test.each(LANGUAGES)('what the fleet table is headed with in %s is read as what it shows', (language) => {
  const text = textIn(language)
  const shown = {
    ...{ 'fleet.column.plate': 'licensePlate', 'fleet.column.model': 'evModel', 'fleet.column.vin': 'vin' },
    ...{ 'fleet.column.battery': 'fullChargeEnergykWh', 'fleet.column.power': 'maxChargePowerkW' },
    ...{ 'fleet.column.consumption': 'consumption', 'fleet.column.pauses': 'supportsPauseResume' },
  } as const
  for (const [key, property] of Object.entries(shown))
    expect([key, ...mappingOf([text(key as keyof typeof shown)], 'vehicles')]).toEqual([key, property])
})

test.each([
  ['Ziel-SoC', 'targetSoC'],
  ['Ziel SoC in %', 'targetSoC'],
  ['SoC Ziel [%]', 'targetSoC'],
  ['Zielladung', 'targetSoC'],
  ['Tavoite-SoC', 'targetSoC'],
  ['Tavoitevaraus, %', 'targetSoC'],
  ['Start-SoC', 'startSoC'],
  ['Ladezustand bei Ankunft', 'startSoC'],
  ['Alku-SoC', 'startSoC'],
  ['Mindest-SoC', 'minimumSoC'],
  ['Minimi-SoC (%)', 'minimumSoC'],
  ['Abfahrtszeit', 'plannedDepartureTime'],
  ['Saapumisaika', 'plannedArrivalTime'],
  ['Wagennummer', 'vehicleId'],
  ['Varikon tunnus', 'locationUid'],
])('a column “%s” of stays holds %s', (heading, property) => {
  expect(mappingOf([heading], 'stays')).toEqual([property])
})

test('no name stands for two properties, and none for a property that there is not', () => {
  for (const [kind, names] of Object.entries({ vehicles: VEHICLE_NAMES, stays: STAY_NAMES })) {
    const properties = COLUMNS[kind as keyof typeof COLUMNS].map(({ property }) => property)
    expect(Object.keys(names).filter((property) => !properties.includes(property))).toEqual([])
    const found = Object.entries(names).flatMap(([property, list]) =>
      list.flatMap((name) => {
        const [read] = mappingOf([name], kind as keyof typeof COLUMNS)
        return read === property ? [] : [`${name}: ${property}, read as ${read}`]
      }),
    )
    expect(found).toEqual([])
  }
})
