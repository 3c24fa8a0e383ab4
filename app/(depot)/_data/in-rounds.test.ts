import { expect, test } from 'vitest'
import { inRounds } from '@/app/(depot)/_data/in-rounds'

/** Answers that come when they are told to. */
function server() {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const ask = (key: string) => {
    asked.push(key)
    return new Promise<void>((resolve) => waiting.push(resolve))
  }
  const answer = async () => {
    for (const resolve of waiting.splice(0)) resolve()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { asked, ask, answer }
}

test('what becomes due while others are asked for waits for their answers, and is asked for once', async () => {
  const { asked, ask, answer } = server()
  const due = inRounds(ask)
  due(['load', 'stations'])
  due(['stations'])
  due(['stations', 'readiness'])
  expect(asked).toEqual(['load', 'stations'])
  await answer()
  expect(asked).toEqual(['load', 'stations', 'stations', 'readiness'])
})

test('a round that has failed keeps nobody from the next', async () => {
  const asked: string[] = []
  const due = inRounds((key) => {
    asked.push(key)
    return Promise.reject(new Error('gone'))
  })
  due(['load'])
  await new Promise((resolve) => setImmediate(resolve))
  due(['load'])
  expect(asked).toEqual(['load', 'load'])
})
