import { expect, test } from 'vitest'
import { textIn } from '@/components/messages/text'
import type { DrawnStay } from '@/components/timeline/stay'
import { stayWords } from '@/components/timeline/stay-format'

const stay = {
  ...{ from: Date.parse('2026-11-22T16:30:00Z'), to: Date.parse('2026-11-23T03:15:00Z') },
  ...{ targetSoc: 95, predictedSoc: 94.2, state: 'on-track', place: 'A3', chargeNowBy: 'Aino' },
} as unknown as DrawnStay

test('a stay is one sentence, with where it stands and by whose word it charges', () => {
  const words = (language: 'en' | 'de') =>
    stayWords('Bus 12', stay, { text: textIn(language), locale: `${language}-FI`, zone: 'Europe/Helsinki' } as never)
  expect(words('en')).toMatch(/: On track, charging now, by Aino, stands at A3, reaches 94.* % of 95 %$/)
  expect(words('de')).toMatch(/, lädt sofort, durch Aino, steht an A3, erreicht 94.* % von 95 %$/)
})
