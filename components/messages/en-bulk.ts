import type { Message } from '@/components/messages/message'

/** The texts of changing many vehicles at once, in English. */
export const enBulk = {
  'bulk.choose': 'Choose {vehicle}',
  'bulk.chooseAll': 'Choose all that are shown',
  'bulk.chosen': { one: '{count} chosen', other: '{count} chosen' },
  'bulk.change': 'Change…',
  'bulk.clear': 'Choose none',
  'bulk.title': { one: 'Change {count} vehicle', other: 'Change {count} vehicles' },
  'bulk.body': 'What you leave empty stays as it is. Nothing is written before you have seen what would change.',
  'bulk.asIs': 'As it is',
  'bulk.depotHint': 'Schedules stay at the depot that they name: this alone changes no plan.',
  'bulk.yes': 'Yes',
  'bulk.no': 'No',
  'bulk.notNumber': 'A number, such as 150.',
  'bulk.name': 'Changed in the fleet',
  'bulk.previewing': 'Trying {done} of {total} vehicles …',
  'bulk.run': { one: 'Change {count} vehicle', other: 'Change {count} vehicles' },
  'bulk.nothing': 'Nothing to change',
  'bulk.running': 'Changing {done} of {total} vehicles …',
  'bulk.done': { one: '{count} vehicle was changed.', other: '{count} vehicles were changed.' },
  'bulk.stopped': {
    one: 'Stopped. {count} vehicle was changed, the rest was not.',
    other: 'Stopped. {count} vehicles were changed, the rest was not.',
  },
  'bulk.refused': { one: '{count} vehicle was not changed', other: '{count} vehicles were not changed' },
  'bulk.undo': 'Undo this change',
} as const satisfies Record<string, Message>
