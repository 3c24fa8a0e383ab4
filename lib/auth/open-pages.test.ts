import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admitToPage } from '@/lib/auth/open-pages'

const stranger = { signedIn: false, hasAdministrator: true }
const staff = { signedIn: true, hasAdministrator: true }
const nobodyYet = { signedIn: false, hasAdministrator: false }
const to = (redirectTo: string) => ({ show: false, redirectTo })

describe('a page', () => {
  test.each([
    ['/', '', stranger, to('/sign-in')],
    ['/fleet', '', stranger, to('/sign-in?next=%2Ffleet')],
    ['/fleet', '?depot=north&q=a b', stranger, to('/sign-in?next=%2Ffleet%3Fdepot%3Dnorth%26q%3Da%20b')],
    ['/fleet', '', staff, { show: true }],
    ['/sign-in', '', stranger, { show: true }],
    ['/sign-in/', '', stranger, to('/sign-in?next=%2Fsign-in%2F')],
    ['/reset-password', '?token=x', stranger, { show: true }],
    ['/setup', '', nobodyYet, { show: true }],
    ['/sign-in', '', nobodyYet, to('/setup')],
    ['/fleet', '', nobodyYet, to('/setup')],
    ['/setup', '', stranger, to('/sign-in')],
    ['/setup', '', staff, to('/')],
    ['/vehicles/bus.svg', '', stranger, to('/sign-in?next=%2Fvehicles%2Fbus.svg')],
    ['/icon.svg', '', stranger, { show: true }],
    ['/_next/static/chunks/main.js', '', nobodyYet, { show: true }],
  ] as const)('%s%s', (path, search, visitor, admission) => {
    expect(admitToPage(path, search, visitor)).toEqual(admission)
  })

  test('that nobody thought of is closed to strangers', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        fc.pre(!['/sign-in', '/reset-password'].includes(path))
        expect(admitToPage(path || '/', '', stranger)).toMatchObject({ show: false })
      }),
    )
  })
})
