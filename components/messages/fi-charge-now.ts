import type { enChargeNow } from '@/components/messages/en-charge-now'
import type { Translation } from '@/components/messages/translation'

/** The texts of charging at once, in Finnish. */
export const fiChargeNow = {
  'chargeNow.action': 'Lataa nyt',
  'chargeNow.title': 'Lataa nyt: {vehicle}',
  'chargeNow.body':
    'Tästä hetkestä täydellä teholla, niin pitkälle kuin tehoraja sallii. Muut suunnitellaan sen ympärille. Lataus päättyy tavoitteeseen, lähtöön tai kun perut sen.',
  'chargeNow.confirm': 'Lataa nyt',
  'chargeNow.sending': 'Käynnistetään…',
  'chargeNow.done': '{vehicle} lataa nyt.',
  'chargeNow.by': 'Lataa nyt, tekijä {name}',
  'chargeNow.cancel': 'Takaisin suunnitelmaan',
  'chargeNow.cancelBody': 'Se latautuu taas strategian mukaan, ja muut suunnitellaan sen ympärille.',
  'chargeNow.cancelled': 'Lataus seuraa taas suunnitelmaa.',
} satisfies Translation<typeof enChargeNow>
