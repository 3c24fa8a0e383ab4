import { expect, test } from 'vitest'
import { layReady, takeAlong } from '@/app/(depot)/_data/came-along'

test('an answer that came with a page is given once, and never again when one comes back to the page', () => {
  const brought = { '/vehicles?locationUid=north': '{"vehicles":[]}' }
  layReady(brought)
  expect(takeAlong('/vehicles?locationUid=south')).toBeUndefined()
  expect(takeAlong('/vehicles?locationUid=north')).toEqual({ vehicles: [] })
  expect(takeAlong('/vehicles?locationUid=north')).toBeUndefined()
  layReady(brought)
  expect(takeAlong('/vehicles?locationUid=north')).toBeUndefined()
})
