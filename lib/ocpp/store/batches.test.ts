import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '@/lib/errors'
import { Batches, type BatchLimits } from '@/lib/ocpp/store/batches'

/** A store that notes its batches, and throws where one of them holds `bad`. */
function stored(limits: BatchLimits = { mostAtOnce: 100 }) {
  const batches: string[][] = []
  const store = async (batch: readonly string[]) => {
    batches.push([...batch])
    await Promise.resolve()
    if (batch.includes('bad')) throw new Error('bad')
    return batch.map((one) => one.toUpperCase())
  }
  return { batches, all: new Batches(store, limits) }
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

test.each([
  ['a lock was not to be had in time', Object.assign(new Error('lock timeout'), { code: '55P03' })],
  ['the database is away', new Error('wrapped', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })],
  ['no connection was free', new Refusal('unavailable', 'All connections to the database are in use.')],
])('where %s, a batch is tried once and not one by one', async (_, error) => {
  const batches: string[][] = []
  const all = new Batches<string, string>(
    async (batch) => {
      batches.push([...batch])
      throw error
    },
    { mostAtOnce: 10 },
  )
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((one) => all.add(one)))
  expect(outcomes).toEqual(Array(3).fill({ status: 'rejected', reason: error }))
  expect(batches).toEqual([['a'], ['b', 'c']])
})

test('what comes while too much waits is refused, and comes in again later', async () => {
  const { all } = stored({ mostAtOnce: 1, mostWaiting: 2 })
  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((one) => all.add(one)))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  expect(outcomes[3]).toMatchObject({ reason: { code: 'unavailable' } })
  expect(await all.add('e')).toBe('E')
})

test('what nobody waits for any more is not stored, and leaves its place to others', async () => {
  const { batches, all } = stored({ mostAtOnce: 1, mostWaiting: 2 })
  let isThere = true
  const gone = ['b', 'c'].map((one) => () => all.add(one, '', () => isThere))
  const outcomes = Promise.allSettled([all.add('a'), ...gone.map((add) => add())])
  isThere = false
  expect(await all.add('d')).toBe('D')
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(batches).toEqual([['a'], ['d']])
})

test('so many at once are stored, and no more', async () => {
  const { batches, all } = stored({ mostAtOnce: 2 })
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((one) => all.add(one)))
  expect(batches).toEqual([['a'], ['b', 'c'], ['d', 'e'], ['f']])
})

test('what takes long holds up nothing of another name', async () => {
  let end = () => {}
  const slow = new Promise<void>((resolve) => {
    end = resolve
  })
  const store = async (batch: readonly string[]) => {
    if (batch.includes('slow')) await slow
    return batch
  }
  const all = new Batches(store, { mostAtOnce: 10, sideBySide: 2 })
  const outcomes: string[] = []
  const add = (one: string, name: string) => all.add(one, name).then((out) => outcomes.push(out))
  const held = [add('slow', 'south'), add('behind it', 'south')]
  await Promise.all([add('a', 'north'), add('b', 'east'), add('c', 'north')])
  expect(outcomes.toSorted()).toEqual(['a', 'b', 'c'])
  end()
  await Promise.all(held)
  expect(outcomes.slice(3)).toEqual(['slow', 'behind it'])
})

test('whatever comes: all is stored once, of one name in order and never side by side, no more at once than may be', async () => {
  const Coming = fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), pause: fc.nat(3) }), { maxLength: 60 })
  const property = fc.asyncProperty(
    Coming,
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 3 }),
    async (coming, mostAtOnce, sideBySide) => {
      const done: { name: string; n: number }[] = []
      const faults: string[] = []
      const under = new Set<string>()
      const all = new Batches<{ name: string; n: number }, number>(
        async (batch) => {
          const names = new Set(batch.map(({ name }) => name))
          const [name = ''] = names
          if (names.size !== 1 || batch.length > mostAtOnce) faults.push(`${[...names]}: ${batch.length}`)
          if (under.has(name) || under.size === sideBySide) faults.push(`${name} beside ${[...under]}`)
          under.add(name)
          for (let turns = batch.length % 3; turns >= 0; turns -= 1) await Promise.resolve()
          under.delete(name)
          done.push(...batch)
          return batch.map(({ n }) => n)
        },
        { mostAtOnce, sideBySide },
      )
      const outs: Promise<number>[] = []
      for (const [n, { name, pause }] of coming.entries()) {
        outs.push(all.add({ name, n }, name))
        for (let turns = 0; turns < pause; turns += 1) await Promise.resolve()
      }
      expect(await Promise.all(outs)).toEqual(coming.map((_, n) => n))
      for (const name of ['a', 'b', 'c']) {
        const own = done.filter((one) => one.name === name).map(({ n }) => n)
        expect(own).toEqual(own.toSorted((a, b) => a - b))
      }
      expect(done).toHaveLength(coming.length)
      expect(faults).toEqual([])
    },
  )
  await fc.assert(property)
})
