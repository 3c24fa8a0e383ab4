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

/** The channel of a browser's tabs: what one posts, the others hear. */
class Channel extends EventTarget {
  static all = new Set<Channel>()
  onmessage = (_: MessageEvent) => {}
  constructor() {
    super()
    Channel.all.add(this)
    this.addEventListener('message', (event) => this.onmessage(event as MessageEvent))
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this) other.dispatchEvent(new MessageEvent('message', { data }))
  }
  close() {
    Channel.all.delete(this)
  }
}

test('a tab that joins is told at once that the stream is there, though the timers of the tab that holds it stand still', () => {
  let isHeld = false
  const request = async (_name: string, _options: object, hold: () => unknown) => {
    if (isHeld) return new Promise(() => {})
    isHeld = true
    return hold()
  }
  vi.stubGlobal('navigator', { locks: { request } })
  vi.stubGlobal('BroadcastChannel', Channel)
  const tab = (live: boolean[]) =>
    followChanges(
      'north',
      () => {},
      (isLive) => live.push(isLive),
    )
  const stopFirst = tab([])
  Stream.all[0]?.opens()
  const live: boolean[] = []
  const stopSecond = tab(live)
  expect(Stream.all).toHaveLength(1)
  expect(live).toEqual([true])
  stopSecond()
  stopFirst()
})
