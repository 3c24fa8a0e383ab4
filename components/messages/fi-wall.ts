import type { enWall } from '@/components/messages/en-wall'
import type { Translation } from '@/components/messages/translation'

/** The texts of the wall view in Finnish. */
export const fiWall = {
  'wall.title': 'Seinänäyttö',
  'wall.departures': 'Lähdöt seuraavien {hours} tunnin aikana',
  'wall.site': 'Varikko',
  'wall.site.measured': 'mitattu',
  'wall.site.planned': 'suunniteltu',
  'wall.power': '{power} kW',
  'wall.powerOf': '{power} / {limit} kW',
  'wall.page': 'Sivu {page}/{pages}',
  'wall.live': 'Tilanne {time}',
  'wall.old': 'Tämä on tilanne {time}: uudempaa ei ole tullut',
  'wall.charge': '{now} › {predicted} %',
} satisfies Translation<typeof enWall>
