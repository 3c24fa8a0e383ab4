import type { enWall } from '@/components/messages/en-wall'
import type { Translation } from '@/components/messages/translation'

/** The texts of the wall view in German. */
export const deWall = {
  'wall.title': 'Wandansicht',
  'wall.departures': 'Abfahrten der nächsten {hours} Stunden',
  'wall.site': 'Standort',
  'wall.site.measured': 'gemessen',
  'wall.site.planned': 'geplant',
  'wall.power': '{power} kW',
  'wall.powerOf': '{power} von {limit} kW',
  'wall.page': 'Seite {page} von {pages}',
  'wall.live': 'Stand {time}',
  'wall.old': 'Dies ist der Stand von {time}: Seither kam nichts Neueres',
  'wall.charge': '{now} › {predicted} %',
} satisfies Translation<typeof enWall>
