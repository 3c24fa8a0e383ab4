import type { enSheet } from '@/components/messages/en-sheet'
import type { Translation } from '@/components/messages/translation'

/** The texts of the pull-out sheet in Finnish. */
export const fiSheet = {
  'sheet.title': 'Lähtölista',
  'sheet.note': 'Yksi rivi lähtöä kohden, A4. Alla näkyvä tulostetaan.',
  'sheet.print': 'Tulosta',
  'sheet.day': 'Lähtöpäivä',
  'sheet.allDays': 'Kaikki päivät',
  'sheet.order': 'Järjestys',
  'sheet.order.departure': 'Lähdön mukaan',
  'sheet.order.place': 'Paikan mukaan',
  'sheet.order.vehicle': 'Ajoneuvon mukaan',
  'sheet.departures': {
    one: '{count} lähtö, {from} – {to}',
    other: '{count} lähtöä, {from} – {to}',
  },
  'sheet.printed': 'Tulostettu {time}',
  'sheet.dataOf': 'tilanne {time}',
  'sheet.check': 'Tehty',
  'sheet.leaves': 'Lähtö',
  'sheet.vehicle': 'Ajoneuvo',
  'sheet.place': 'Paikka',
  'sheet.block': 'Kierto',
  'sheet.state': 'Tila',
  'sheet.charge': 'Nyt, %',
  'sheet.predicted': 'Lähtee, %',
  'sheet.target': 'Tavoite, %',
  'sheet.unmeasured': '≈ {value}',
  'sheet.unmeasuredNote': '≈ ei mitattu: arvioitu, oletettu tai suunnitelmasta. — ei tiedossa.',
} satisfies Translation<typeof enSheet>
