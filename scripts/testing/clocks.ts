import { existsSync } from 'node:fs'
import { DAY_MS } from '@/lib/time/interval'

/** A moment that tests are run at, those over HTTP too where `api` is set: what today is may decide nothing in them. */
export type Clock = { name: string; at: number; api?: true }

/** The moments that software stumbles over: later, a night of which an hour is missing, a leap day, a year's end. */
export function clocks(now: number): Clock[] {
  return [
    { name: 'in 40 days', at: now + 40 * DAY_MS },
    {
      name: 'the night of 28 March 2027, before Europe’s clocks go forward',
      at: Date.parse('2027-03-28T00:50:00Z'),
      api: true,
    },
    { name: '29 February 2028', at: Date.parse('2028-02-29T12:00:00Z') },
    { name: '31 December 2026, 23:50', at: Date.parse('2026-12-31T23:50:00Z'), api: true },
  ]
}

const LIBRARIES = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (machine) => `/usr/lib/${machine}/faketime/libfaketimeMT.so.1`,
)

/**
 * The environment in which programs, and those that they start, believe that it is `at` now and that time goes on from
 * there; durations stay true.
 * @throws with a sentence when the machine has no libfaketime
 */
export function environmentAt(at: number, now: number): Record<string, string> {
  const library = LIBRARIES.find(existsSync)
  if (!library) throw new Error('Shifted clocks need libfaketime (on Debian: apt-get install libfaketime).')
  const seconds = Math.round((at - now) / 1000)
  // An offset rather than a moment: a moment would begin anew in every process that starts later.
  return {
    LD_PRELOAD: library,
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DONT_RESET: '1',
    // Once for a whole run: by default the library reads the environment again every ten seconds, in whatever thread asks
    // for the time, and the process crashes where another thread sets a variable at that moment.
    FAKETIME_CACHE_DURATION: '1000000000',
  }
}
