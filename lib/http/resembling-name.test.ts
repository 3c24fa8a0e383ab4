import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resemblingName } from '@/lib/http/resembling-name'

const KNOWN = ['from', 'to', 'dryRun', 'maxRemoved', 'locationUid']

describe('a query name', () => {
  test.each([
    ['dryrun', 'dryRun'],
    ['DRYRUN', 'dryRun'],
    ['dry_run', 'dryRun'],
    ['dry-run', 'dryRun'],
    ['dryRunn', 'dryRun'],
    ['dyrRun', 'dryRun'],
    ['dyRn', 'dryRun'],
    ['location_uid', 'locationUid'],
    ['locationUid[]', 'locationUid'],
    ['locationUids', 'locationUid'],
    ['locationId', 'locationUid'],
    ['From', 'from'],
    ['form', 'from'],
    ['too', 'to'],
  ])('%s is a slip of %s', (name, known) => expect(resemblingName(name, KNOWN)).toBe(known))

  test.each(['utm_source', 'foo', '_', '', 'v', 'trace', 'location', 'removed', 'token', 'öäü'])(
    '%j resembles none',
    (name) => expect(resemblingName(name, KNOWN)).toBeUndefined(),
  )

  test('with up to two letters more, less or other resembles the long name that it was', () => {
    const edit = fc.tuple(fc.nat({ max: 11 }), fc.constantFrom('add', 'drop', 'change'), fc.constantFrom('x', 'Q', '7'))
    fc.assert(
      fc.property(fc.constantFrom('locationUid', 'maxRemoved'), fc.array(edit, { maxLength: 2 }), (name, edits) => {
        const slip = edits.reduce<string>(
          (word, [at, kind, letter]) =>
            word.slice(0, at) + (kind === 'drop' ? '' : letter) + word.slice(kind === 'add' ? at : at + 1),
          name,
        )
        expect(resemblingName(slip, KNOWN)).toBe(name)
      }),
    )
  })
})
