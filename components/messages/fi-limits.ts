import type { enLimits } from '@/components/messages/en-limits'
import type { Translation } from '@/components/messages/translation'

/** The texts of limits for a time, and of what a change would do to the plan, in Finnish. */
export const fiLimits = {
  'limits.button': 'Tilapäinen raja',
  'limits.new': 'Tilapäinen tehoraja',
  'limits.newBody': 'Varikko ottaa silloin enintään tämän verran. Raja päättyy itsestään.',
  'limits.power': 'Raja, kW',
  'limits.from': 'Alkaa',
  'limits.to': 'Päättyy',
  'limits.note': 'Huomautus',
  'limits.noteHint': 'Syy, työtovereille. Voi jäädä tyhjäksi.',
  'limits.set': 'Aseta raja',
  'limits.done': 'Raja on asetettu; suunnitelma tehdään sen mukaan.',
  'limits.removeTitle': 'Poista raja',
  'limits.removed': 'Raja on poistettu; suunnitelma tehdään ilman sitä.',
  'limits.stale': 'Joku muutti varikon asetuksia samalla hetkellä. Aseta raja uudelleen.',
  'limits.fault.power': 'Anna raja lukuna, kW, 0 tai enemmän.',
  'limits.fault.from': 'Anna päivä ja kellonaika.',
  'limits.fault.to': 'Anna päivä ja kellonaika.',
  'limits.fault.order': 'Lopun on oltava alun jälkeen.',
  'limits.fault.over': 'Se olisi jo ohi.',
  'limits.holds': 'Raja {power} kW: {times}',

  'effect.trying': 'Lasketaan mahdollista suunnitelmaa …',
  'effect.peak': 'Huippu {before} → {after} kW',
  'effect.costsMore': '{money} enemmän',
  'effect.costsLess': '{money} vähemmän',
  'effect.noneMisses': 'Mikään ajoneuvo ei jää tämän takia tavoitteestaan.',
  'effect.misses': {
    one: '{count} ajoneuvo lähtisi alle tavoitteensa',
    other: '{count} ajoneuvoa lähtisi alle tavoitteensa',
  },
  'effect.miss': '{vehicle}: {after} %, nyt {before} %',
  'effect.missesNew': '{vehicle}: {after} %',
  'effect.more': { one: '{count} lisää', other: '{count} lisää' },
  'effect.addedMiss': {
    one: 'Uusi seisonta itse päättyy alle tavoitteensa.',
    other: '{count} uutta seisontaa päättyy alle tavoitteensa.',
  },
  'effect.changes': { one: '{count} suunnitelma muuttuu.', other: '{count} suunnitelmaa muuttuu.' },
} satisfies Translation<typeof enLimits>
