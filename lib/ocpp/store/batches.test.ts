import { expect, test } from 'vitest'
import { Batches } from '@/lib/ocpp/store/batches'

/** A store that notes its batches, and throws where one of them holds `bad`. */
function stored(mostAtOnce = 100) {
  const batches: string[][] = []
  const store = async (batch: readonly string[]) => {
    batches.push([...batch])
    await Promise.resolve()
    if (batch.includes('bad')) throw new Error('bad')
    return batch.map((one) => one.toUpperCase())
  }
  return { batches, all: new Batches(store, mostAtOnce) }
}

test('what comes while a batch is under way is stored together, in order', async () => {
  const { batches, all } = stored()
  expect(await Promise.all(['a', 'b', 'c'].map((one) => all.add(one)))).toEqual(['A', 'B', 'C'])
  expect(batches).toEqual([['a'], ['b', 'c']])
})

test('one that cannot be stored takes no other along', async () => {
  const { all } = stored()
  const outcomes = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((one) => all.add(one)))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await all.add('d')).toBe('D')
})

test('so many at once are stored, and no more', async () => {
  const { batches, all } = stored(2)
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((one) => all.add(one)))
  expect(batches).toEqual([['a'], ['b', 'c'], ['d', 'e'], ['f']])
})
