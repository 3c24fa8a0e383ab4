import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ALARM_RULES } from '@/lib/alarms/alarm-rules'
import { type AlarmChange, type Cause, decideAlarms, type OpenAlarm } from '@/lib/alarms/decide-alarms'
import { ALARM_KINDS } from '@/lib/contract/alarm'
import { MINUTE_MS } from '@/lib/time/interval'

const NOW = Date.parse('2026-11-22T18:00:00Z')
const KIND = 'vehicle.not-plugged-in'
const words = { about: { vehicleId: 'bus-1' }, cause: 'It is missing.', advice: 'Find it.' }
const cause = (more: Partial<Cause> = {}): Cause => ({
  ...{ kind: KIND, subject: 'bus-1', begins: true, since: NOW - MINUTE_MS, ...words },
  ...more,
})
const open = (more: Partial<OpenAlarm> = {}): OpenAlarm => ({
  ...{ key: 1, kind: KIND, subject: 'bus-1', since: NOW - MINUTE_MS, noticedAt: NOW, raisedAt: null },
  ...{ missingSince: null, ...words, ...more },
})
const raised = (more: Partial<OpenAlarm> = {}) => open({ raisedAt: NOW, ...more })

/** The alarms of a depot as they are stored; `told` is what people have been told of, in its order. */
class Store {
  rows: OpenAlarm[] = []
  told: { does: 'raised' | 'cleared'; kind: string; subject: string; at: number }[] = []
  private keys = 0

  apply(changes: AlarmChange[], at: number): void {
    for (const change of changes) {
      if (change.does === 'begin') {
        const { does: _, ...row } = change
        this.rows.push({ ...row, key: ++this.keys, noticedAt: at, missingSince: null })
        if (row.raisedAt !== null) this.told.push({ does: 'raised', kind: row.kind, subject: row.subject, at })
        continue
      }
      const row = this.rows.find(({ key }) => key === change.key) as OpenAlarm
      if (change.does === 'keep') {
        if (row.raisedAt === null && change.raisedAt !== null)
          this.told.push({ does: 'raised', kind: row.kind, subject: row.subject, at })
        const { does: _, ...values } = change
        Object.assign(row, values)
        continue
      }
      if (change.does === 'clear') this.told.push({ does: 'cleared', kind: row.kind, subject: row.subject, at })
      this.rows = this.rows.filter(({ key }) => key !== change.key)
    }
  }
}

/** What people are told over a course of looks, ten seconds apart, at which the cause is there (`x`), weakly (`w`) or not. */
function play(course: string, first: Partial<Cause> = {}): string[] {
  const store = new Store()
  const look = (sign: string, index: number) => {
    const at = NOW + index * 10_000
    const causes = sign === '.' ? [] : [cause({ since: NOW, ...first, begins: sign === 'x' })]
    store.apply(decideAlarms(store.rows, causes, at), at)
  }
  ;[...course].forEach(look)
  return store.told.map(({ does, at }) => `${does} ${(at - NOW) / 1_000}`)
}

describe('an alarm', () => {
  test.each<[string, string, Partial<Cause>, string[]]>([
    ['begins when its cause has lasted', 'x'.repeat(31), {}, ['raised 300']],
    ['does not begin where its cause passes before', `${'x'.repeat(29)}....`, {}, []],
    [
      'counts from the fact, and from when we have seen it for a while',
      'x'.repeat(7),
      { since: NOW - 9e6 },
      ['raised 60'],
    ],
    ['does not begin by what is too little', 'w'.repeat(60), { since: NOW - 9e6 }, []],
    ['begins anew after a pause before it was raised', 'xxx.xxxxxxx', { since: NOW - 9e6 }, ['raised 100']],
    [
      'ends when its cause has been gone for a while',
      'xxxxxxx....',
      { since: NOW - 9e6 },
      ['raised 60', 'cleared 100'],
    ],
    ['goes on over a short gap', 'xxxxxxx..x..x', { since: NOW - 9e6 }, ['raised 60']],
    ['goes on by what would be too little to begin it', 'xxxxxxxwwwwwwww', { since: NOW - 9e6 }, ['raised 60']],
  ])('%s', (_, course, first, told) => {
    expect(play(course, first)).toEqual(told)
  })

  it('keeps its beginning once it is told, and tells what is new of its cause', () => {
    const news = cause({ since: NOW, cause: 'It is missing, and late.' })
    expect(decideAlarms([raised()], [news], NOW)).toEqual([
      {
        ...{ does: 'keep', key: 1, since: NOW - MINUTE_MS, raisedAt: NOW, missingSince: null },
        ...{ ...words, cause: 'It is missing, and late.' },
      },
    ])
  })

  it('changes nothing where nothing has changed, in whatever order the properties come', () => {
    const about = { place: 'Row B, 7', vehicleId: 'bus-1' }
    const same = { vehicleId: 'bus-1', place: 'Row B, 7', evseId: undefined }
    expect(decideAlarms([raised({ about })], [cause({ about: same })], NOW)).toEqual([])
  })

  it('is one of its kind and subject: another kind, or another subject, is another alarm', () => {
    const causes = [cause(), cause({ subject: 'bus-2' }), cause({ kind: 'vehicle.will-miss' })]
    const begun = decideAlarms([raised()], causes, NOW).map((change) => [
      change.does,
      'kind' in change && change.kind,
      'subject' in change && change.subject,
    ])
    expect(begun).toEqual([
      ['begin', KIND, 'bus-2'],
      ['begin', 'vehicle.will-miss', 'bus-1'],
    ])
  })
})

const SUBJECTS = ['bus-1', 'bus-2']
const causesOfOneLook = fc.uniqueArray(
  fc.record({
    ...{ kind: fc.constantFrom(...ALARM_KINDS), subject: fc.constantFrom(...SUBJECTS), begins: fc.boolean() },
    ...{ since: fc.option(fc.integer({ min: NOW - 10 * MINUTE_MS, max: NOW + 60 * MINUTE_MS })) },
    ...{ about: fc.constant({}), cause: fc.constantFrom('a', 'b'), advice: fc.constant('c') },
  }),
  { selector: ({ kind, subject }) => `${kind} ${subject}`, maxLength: 14 },
)
const course = fc.array(fc.record({ afterMs: fc.integer({ min: 1, max: 3 * MINUTE_MS }), causes: causesOfOneLook }), {
  maxLength: 60,
})

test('over any course: raised and cleared in turns, never sooner than the rules say, and the same look twice changes nothing', () => {
  fc.assert(
    fc.property(course, (looks) => {
      const store = new Store()
      const absentSince = new Map<string, number>()
      const presentSince = new Map<string, number>()
      let at = NOW
      for (const { afterMs, causes } of looks) {
        at += afterMs
        const before = store.told.length
        const there = new Set(causes.map(({ kind, subject }) => `${kind} ${subject}`))
        for (const identity of ALARM_KINDS.flatMap((kind) => SUBJECTS.map((subject) => `${kind} ${subject}`))) {
          if (there.has(identity)) absentSince.delete(identity)
          else presentSince.delete(identity)
          const since = there.has(identity) ? presentSince : absentSince
          if (!since.has(identity)) since.set(identity, at)
        }
        store.apply(decideAlarms(store.rows, causes, at), at)
        expect(decideAlarms(store.rows, causes, at)).toEqual([])
        for (const { does, kind, subject } of store.told.slice(before)) {
          const rule = ALARM_RULES[kind as keyof typeof ALARM_RULES]
          const since = (does === 'raised' ? presentSince : absentSince).get(`${kind} ${subject}`) ?? at
          expect(at - since).toBeGreaterThanOrEqual(does === 'raised' ? rule.seenMs : rule.clearsAfterMs)
        }
      }
      for (const kind of ALARM_KINDS)
        for (const subject of SUBJECTS) {
          const turns = store.told.filter((one) => one.kind === kind && one.subject === subject).map(({ does }) => does)
          expect(turns).toEqual(turns.map((_, index) => (index % 2 === 0 ? 'raised' : 'cleared')))
        }
    }),
  )
})
