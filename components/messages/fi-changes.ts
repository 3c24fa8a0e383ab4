import type { enChanges } from '@/components/messages/en-changes'
import type { Translation } from '@/components/messages/translation'

/** The texts of what a replan changed, and of what a charge is good for, in Finnish. */
export const fiChanges = {
  'planChange.title': 'Mitä viime suunnittelut muuttivat',
  'planChange.soc': 'lähtee varauksella {after} %, ennen {before} %',
  'planChange.from': 'lataus alkaa {after}, ennen {before}',
  'planChange.until': 'valmis {after}, ennen {before}',
  'planChange.nothing': 'ei enää lataa',
  'planChange.again': 'lataa taas, {time} asti',
  'planChange.power': 'enintään {after} kW, ennen {before} kW',
  'planChange.steps': 'sama varaus samaan aikaan, eri vaihein',

  'range.adds': '{energy} kWh, lisää {km} km',
  'range.reaches': '{soc}, toimintamatka {km} km',

  'summary.change': {
    one: '{time}: {cause} {count} suunnitelma muuttui',
    other: '{time}: {cause} {count} suunnitelmaa muuttui',
  },
  'summary.changePeak': 'huippu {before} → {after} kW',
} satisfies Translation<typeof enChanges>
