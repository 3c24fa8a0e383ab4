import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithinScope } from '@/lib/auth/scope'
import { canSeeLocation, type Principal } from '@/lib/context'

const who = (locationUids: string[] | null): Principal => ({
  kind: 'token',
  id: 't',
  name: 't',
  role: 'admin',
  locationUids,
})
const scope = fc.option(fc.uniqueArray(fc.constantFrom('north', 'south', 'east'), { minLength: 1 }))

describe('what somebody may hand out', () => {
  test('never lets another see a location that they cannot see themselves', () => {
    fc.assert(
      fc.property(scope, scope, fc.constantFrom('north', 'south', 'east', 'new'), (mine, theirs, location) => {
        fc.pre(isWithinScope(who(mine), theirs))
        if (canSeeLocation(who(theirs), location)) expect(canSeeLocation(who(mine), location)).toBe(true)
      }),
    )
  })

  test('is everything for who is not narrowed', () => {
    fc.assert(fc.property(scope, (theirs) => isWithinScope(who(null), theirs)))
  })

  test('is their own scope, too', () => {
    fc.assert(fc.property(scope, (mine) => isWithinScope(who(mine), mine)))
  })
})
