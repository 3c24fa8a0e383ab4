import { expect, test } from 'vitest'
import { FairQueue } from '@/lib/http/fair-queue'

/** Work that goes on until it is told to end. */
function held() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => ended, end }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('a caller has so many at once, so many wait, and more are refused', async () => {
  const queue = new FairQueue({ inside: 4, insideEach: 2, waitingEach: 3 })
  const { work, end } = held()
  let begun = 0
  const counted = () => {
    begun += 1
    return work()
  }
  const runs = Array.from({ length: 5 }, () => queue.run('a', counted))
  await expect(queue.run('a', counted)).rejects.toMatchObject({
    code: 'tooManyRequests',
    more: { headers: { 'Retry-After': '2' } },
  })
  expect(begun).toBe(2)
  end()
  await Promise.all(runs)
  expect(begun).toBe(5)
})

test('a free place goes to the callers in turn, whoever came with a hundred first', async () => {
  const queue = new FairQueue({ inside: 1, insideEach: 1, waitingEach: 100 })
  const order: string[] = []
  const { work, end } = held()
  const first = queue.run('a', work)
  const run = (caller: string) =>
    queue.run(caller, async () => {
      order.push(caller)
      await settle()
    })
  const runs = [...Array.from({ length: 4 }, () => run('a')), run('b'), run('b'), run('c')]
  end()
  await Promise.all([first, ...runs])
  expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a'])
})

test('work that fails gives its place back', async () => {
  const queue = new FairQueue({ inside: 1, insideEach: 1, waitingEach: 0 })
  await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await queue.run('b', async () => 'done')).toBe('done')
})
