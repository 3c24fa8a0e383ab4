import type { enBulk } from '@/components/messages/en-bulk'
import type { Translation } from '@/components/messages/translation'

/** The texts of changing many vehicles at once, in Finnish. */
export const fiBulk = {
  'bulk.choose': 'Valitse {vehicle}',
  'bulk.chooseAll': 'Valitse kaikki näkyvät',
  'bulk.chosen': { one: '{count} valittu', other: '{count} valittu' },
  'bulk.change': 'Muuta…',
  'bulk.clear': 'Poista valinta',
  'bulk.title': { one: 'Muuta {count} ajoneuvo', other: 'Muuta {count} ajoneuvoa' },
  'bulk.body': 'Tyhjäksi jätetty pysyy ennallaan. Mitään ei kirjoiteta ennen kuin olet nähnyt, mikä muuttuisi.',
  'bulk.asIs': 'Ennallaan',
  'bulk.depotHint': 'Seisonnat pysyvät varikolla, jonka ne nimeävät: tämä ei yksin muuta suunnitelmia.',
  'bulk.yes': 'Kyllä',
  'bulk.no': 'Ei',
  'bulk.notNumber': 'Luku, esimerkiksi 150.',
  'bulk.name': 'Muutettu kalustossa',
  'bulk.previewing': 'Kokeillaan {done} / {total} ajoneuvoa …',
  'bulk.run': { one: 'Muuta {count} ajoneuvo', other: 'Muuta {count} ajoneuvoa' },
  'bulk.nothing': 'Ei muutettavaa',
  'bulk.running': 'Muutetaan {done} / {total} ajoneuvoa …',
  'bulk.done': { one: '{count} ajoneuvo muutettiin.', other: '{count} ajoneuvoa muutettiin.' },
  'bulk.stopped': {
    one: 'Pysäytetty. {count} ajoneuvo muutettiin, loput eivät.',
    other: 'Pysäytetty. {count} ajoneuvoa muutettiin, loput eivät.',
  },
  'bulk.refused': { one: '{count} ajoneuvoa ei muutettu', other: '{count} ajoneuvoa ei muutettu' },
  'bulk.undo': 'Kumoa tämä muutos',
} satisfies Translation<typeof enBulk>
