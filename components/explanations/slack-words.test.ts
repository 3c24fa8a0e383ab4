import { expect, test } from 'vitest'
import { slackWords } from '@/components/explanations/slack-words'
import { textIn } from '@/components/messages/text'

const reading = { locale: 'en-GB', zone: 'UTC', text: textIn('en-GB') }

test.each([
  [{ targetMinutes: 80.9, minimumMinutes: 200 }, 60, '1 h 20 min to spare at full power'],
  [{ targetMinutes: 0.4, minimumMinutes: 200 }, 60, 'none, even at full power'],
  [
    { targetMinutes: -36.2, minimumMinutes: 12.5 },
    60,
    '37 min too little for its target, 12 min to spare for its minimum',
  ],
  [{ targetMinutes: -36.2, minimumMinutes: 60 }, 0, '37 min too little at full power, margin kept'],
  [{ targetMinutes: -36.2, minimumMinutes: -10 }, 60, '37 min too little at full power, margin kept'],
  [{}, 60, null],
] as const)('a slack of %j with a minimum of %s is said as "%s"', (slack, minimumSoc, words) => {
  expect(slackWords(slack, minimumSoc, reading)).toBe(words)
})
