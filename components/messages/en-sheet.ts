import type { Message } from '@/components/messages/message'

/** The texts of the pull-out sheet in English. */
export const enSheet = {
  'sheet.title': 'Pull-out sheet',
  'sheet.note': 'One line a departure, for A4. What is printed is what stands below.',
  'sheet.print': 'Print',
  'sheet.day': 'Day of departure',
  'sheet.allDays': 'All days',
  'sheet.order': 'Order',
  'sheet.order.departure': 'By departure',
  'sheet.order.place': 'By place',
  'sheet.order.vehicle': 'By vehicle',
  'sheet.departures': {
    one: '{count} departure, {from} to {to}',
    other: '{count} departures, {from} to {to}',
  },
  'sheet.printed': 'Printed {time}',
  'sheet.dataOf': 'state of {time}',
  'sheet.check': 'Done',
  'sheet.leaves': 'Leaves',
  'sheet.vehicle': 'Vehicle',
  'sheet.place': 'Place',
  'sheet.block': 'Block',
  'sheet.state': 'State',
  'sheet.charge': 'Now, %',
  'sheet.predicted': 'Leaves with, %',
  'sheet.target': 'Target, %',
  'sheet.unmeasured': '≈ {value}',
  'sheet.unmeasuredNote': '≈ not measured: estimated, assumed, or counted on by the plan. — not known.',
} as const satisfies Record<string, Message>
