import type { APIRequestContext, Page } from '@playwright/test'
import type { Text } from '@/components/messages/write-text'
import { ADMIN, integration } from '@/e2e/depot'
import { HOUR_MS } from '@/lib/time/interval'

/** What a page shows beside its usual look; `open`: how one comes there. */
type State = {
  path: string
  open?: (page: Page, text: Text) => Promise<void>
  /** A phone has no such thing. */
  deskOnly?: boolean
  /** It is not there, which the browser's console says, too. */
  missing?: boolean
}

/** A depot of few vehicles, and one with nothing in it. */
export const DEPOT = 'walk'
export const EMPTY_DEPOT = 'walk-empty'
export const TOKEN_OF_WALK = 'Timetable of the walk'
const STATION = 'Charger of the walk'

export const PERSON = { name: 'Wanda Walker', email: 'wanda@depot.example', password: ADMIN.password, role: 'admin' }

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const field = (page: Page, name: string) => page.getByRole('dialog').getByLabel(name).first()
const ROWS =
  'id;name;battery (kWh);max power\nwalk-8;Bus 8;many;150\nwalk 9;Bus 9;420,5;150\nwalk-1;Bus 1;421;150\nwalk-new;New;300;100'

/** Pages of one thing, dialogs, drawers and lists, open. SCHEDULE stands for one that will miss, LATER for one that is to come. */
export const OPENED: Record<string, State> = {
  'a vehicle': { path: '/fleet/walk-1' },
  'a schedule as a page': { path: '/schedules/SCHEDULE' },
  'a page that is not there': { path: '/no-such-page', missing: true },
  'a vehicle that is not there': { path: '/fleet/nobody', missing: true },
  'the drawer of a schedule': { path: '/?hours=48&schedule=SCHEDULE' },
  'fixes of a schedule': { path: '/?hours=48&fixes=SCHEDULE' },
  'a swap': { path: '/?hours=48&schedule=SCHEDULE', open: (page, text) => press(page, text('swap.action')) },
  'a delay': { path: '/?hours=48&schedule=LATER', open: (page, text) => press(page, text('late.action')) },
  'charging now': { path: '/?hours=48&schedule=SCHEDULE', open: (page, text) => press(page, text('chargeNow.action')) },
  'a limit for a time': {
    path: '/power',
    open: async (page, text) => {
      await press(page, text('limits.button'))
      await press(page, text('limits.set'))
    },
  },
  'what if': { path: '/timeline?whatif=open&if.late=1&if.by=400&if.more=3' },
  'a new vehicle with faults': {
    path: '/fleet',
    open: async (page, text) => {
      await press(page, text('fleet.add'))
      await press(page, text('action.save'))
    },
  },
  'the columns of the fleet': {
    path: '/fleet',
    open: (page, text) => press(page, text('fleet.columns')),
    deskOnly: true,
  },
  'a new stay': { path: '/fleet/walk-1', open: (page, text) => press(page, text('stayForm.add')) },
  'the form of a vehicle': { path: '/fleet/walk-1', open: (page, text) => press(page, text('vehicle.edit')) },
  'a change of many vehicles': {
    path: '/fleet',
    open: async (page, text) => {
      for (const vehicle of ['Bus 1', 'Bus 2'])
        await page.getByRole('checkbox', { name: text('bulk.choose', { vehicle }) }).check()
      await press(page, text('bulk.change'))
      await field(page, text('vehicleForm.minChargePowerkW')).fill('80')
      await page.getByRole('dialog').getByRole('row').nth(1).waitFor()
    },
  },
  'an import with faults': {
    path: '/import',
    open: async (page, text) => {
      await page.getByLabel(text('import.paste')).fill(ROWS)
      await page.getByRole('row', { name: /walk-8/ }).waitFor()
    },
  },
  'a new depot': { path: '/settings', open: (page, text) => press(page, text('depotForm.new')) },
  'a new station': { path: '/settings?tab=stations', open: (page, text) => press(page, text('stations.add')) },
  'other powers of a station': {
    path: '/settings?tab=stations',
    open: async (page, text) => {
      await press(page, text('stations.editNamed', { name: STATION }))
      await field(page, text('stations.wholePower')).fill('60')
      await page.locator('[role="dialog"] [role="status"][aria-busy="false"]').waitFor()
    },
  },
  'a station that is to go': {
    path: '/settings?tab=stations',
    open: (page, text) => press(page, text('stations.removeNamed', { name: STATION })),
  },
  'a new person': { path: '/settings?tab=staff', open: (page, text) => press(page, text('staff.new')) },
  'a token that is shown once': {
    path: '/settings?tab=api',
    open: async (page, text) => {
      await press(page, text('tokens.new'))
      await field(page, text('tokens.name')).fill(TOKEN_OF_WALK)
      await press(page, text('tokens.make'))
      await page.getByText(text('tokens.onceBody')).waitFor()
    },
  },
  'the account': {
    path: '/alarms',
    open: (page, text) => press(page, text('user.menu', { name: PERSON.name })),
  },
  'the shortcuts': {
    path: '/alarms',
    open: async (page) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
}

/** Makes both depots: in one a station, a bus that will miss, one that it can swap with, one that comes later, and one for which nothing is planned. */
export async function makeDepots(request: APIRequestContext): Promise<{ SCHEDULE: string; LATER: string }> {
  const api = await integration(request)
  const iso = (hours: number) => new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS + hours * HOUR_MS).toISOString()
  await api.put(`/locations/${EMPTY_DEPOT}`, { name: 'Yard without vehicles', timeZone: 'UTC' })
  await api.put(`/locations/${DEPOT}`, { name: 'Yard of the walk', powerLimitkW: 300, timeZone: 'UTC' })
  const bus = { locationUid: DEPOT, fullChargeEnergykWh: 400, maxChargePowerkW: 100, supportsPauseResume: true }
  const stays = [
    { plannedArrivalTime: iso(-1), plannedDepartureTime: iso(3), startSoC: 10, targetSoC: 95, minimumSoC: 80 },
    { plannedArrivalTime: iso(-1), plannedDepartureTime: iso(9), startSoC: 60, targetSoC: 80 },
    { plannedArrivalTime: iso(6), plannedDepartureTime: iso(20), startSoC: 40, targetSoC: 90 },
  ]
  const ids: string[] = []
  for (const [index, stay] of stays.entries()) {
    await api.put(`/vehicles/walk-${index + 1}`, { ...bus, name: `Bus ${index + 1}` })
    const body = { schedules: [stay], replaceFutureSchedules: true }
    ids.push((await (await api.post(`/vehicles/walk-${index + 1}/schedules`, body)).json()).ids[0])
  }
  const evses = [{ evseId: 1, parkingPlace: 'A1', maxPowerkW: 80 }]
  await api.put('/stations/walk-CP', { locationUid: DEPOT, name: STATION, allowWithoutPassword: true, evses })
  await api.put('/vehicles/walk-4', { name: 'Bus 4', locationUid: DEPOT })
  await api.post(`/locations/${DEPOT}/plan`, {})
  const [SCHEDULE = '', , LATER = ''] = ids
  return { SCHEDULE, LATER }
}
