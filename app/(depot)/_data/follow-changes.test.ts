import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followChanges } from '@/app/(depot)/_data/follow-changes'

/** A stream of a browser: it connects again by itself, except after an answer that is not 200. */
class Stream {
  static readonly OPEN = 1
  static readonly CLOSED = 2
  static all: Stream[] = []
  readyState = 0
  onopen = () => {}
  onerror = () => {}
  addEventListener = () => {}
  constructor() {
    Stream.all.push(this)
  }
  opens() {
    this.readyState = Stream.OPEN
    this.onopen()
  }
  fails(readyState: number) {
    this.readyState = readyState
    this.onerror()
  }
  close() {
    this.readyState = Stream.CLOSED
  }
}

beforeEach(() => {
  Stream.all = []
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('navigator', {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a stream that the server refused is opened again, and is live when it answers', () => {
  const live: boolean[] = []
  const stop = followChanges(
    'north',
    () => {},
    (isLive) => live.push(isLive),
  )
  Stream.all[0]?.fails(Stream.CLOSED)
  expect(live.at(-1)).toBe(false)
  vi.advanceTimersByTime(10_000)
  expect(Stream.all).toHaveLength(2)
  Stream.all[1]?.opens()
  expect(live.at(-1)).toBe(true)
  stop()
})

test('a stream that lost its connection is left to the browser', () => {
  const stop = followChanges(
    'north',
    () => {},
    () => {},
  )
  Stream.all[0]?.fails(0)
  vi.advanceTimersByTime(60_000)
  expect(Stream.all).toHaveLength(1)
  stop()
})

test('nothing is opened again once nobody follows', () => {
  const stop = followChanges(
    'north',
    () => {},
    () => {},
  )
  Stream.all[0]?.fails(Stream.CLOSED)
  stop()
  vi.advanceTimersByTime(60_000)
  expect(Stream.all).toHaveLength(1)
})
