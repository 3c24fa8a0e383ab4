import type { Message } from '@/components/messages/message'

/** The texts of the wall view in English. */
export const enWall = {
  'wall.title': 'Wall view',
  'wall.departures': 'Departures of the next {hours} hours',
  'wall.site': 'Site',
  'wall.site.measured': 'measured',
  'wall.site.planned': 'planned',
  'wall.power': '{power} kW',
  'wall.powerOf': '{power} of {limit} kW',
  'wall.page': 'Page {page} of {pages}',
  'wall.live': 'State of {time}',
  'wall.old': 'This is the state of {time}: nothing newer has come since',
  'wall.charge': '{now} › {predicted} %',
} as const satisfies Record<string, Message>
