import { expect, type Page, test } from '@playwright/test'
import { dragStay, expectAccessible, expectNothingWider, expectSettled, integration, tryAgain } from '@/e2e/depot'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'

/** The eight tasks of a night, from the page where each begins, with the clicks that each may take. */
const DEPOT = 'e2e-tasks'
const iso = (instant: number) => new Date(instant).toISOString()
const hour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS
type Api = Awaited<ReturnType<typeof integration>>

const STAYS = {
  // Two hours for what takes more than three: it misses.
  short: ['Bus 1', -1, 2, 10, 90, 85],
  coming: ['Bus 2', 2, 10, 20, 90, 50],
  waiting: ['Bus 3', -2, 11, 30, 90, 50],
} as const

const PLANNING = { strategy: 'lowest-cost', departureMarginMinutes: 0 }

/** Energy is cheap for six hours from the fourth on, at whatever hour the tests run: a bus that comes before waits for it. */
function weeklyPrices() {
  const time = (instant: number) => iso(instant).slice(11, 16)
  const [begin, end] = [time(hour + 4 * HOUR_MS), time(hour + 10 * HOUR_MS)]
  const cheap =
    begin < end
      ? [[begin, end]]
      : [
          [begin, '24:00'],
          ['00:00', end],
        ]
  const dear =
    begin < end
      ? [
          ['00:00', begin],
          [end, '24:00'],
        ]
      : [[end, begin]]
  const bands = [...cheap.map((band) => [...band, 0.1] as const), ...dear.map((band) => [...band, 0.9] as const)]
  return ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].flatMap((day) =>
    bands.filter(([from, to]) => from !== to).map(([from, to, perkWh]) => ({ day, from, to, perkWh })),
  )
}

/** A depot of its own, listed last: its buses, its limit and its plans are nobody else's. */
async function makeDepot(api: Api): Promise<Record<keyof typeof STAYS, string>> {
  const tariff = { currency: 'EUR', demandChargePerkW: 1, weekly: weeklyPrices() }
  const settings = { name: 'Yard of tasks', powerLimitkW: 400, timeZone: 'UTC', tariff, ...PLANNING }
  expect((await api.put(`/locations/${DEPOT}`, settings)).ok()).toBe(true)
  const ids: Record<string, string> = {}
  for (const [key, [name, from, to, startSoC, targetSoC, minimumSoC]] of Object.entries(STAYS)) {
    const bus = { name, locationUid: DEPOT, fullChargeEnergykWh: 400, maxChargePowerkW: 100, supportsPauseResume: true }
    await api.delete(`/vehicles/e2e-task-${key}`)
    await api.put(`/vehicles/e2e-task-${key}`, bus)
    const times = { plannedArrivalTime: iso(hour + from * HOUR_MS), plannedDepartureTime: iso(hour + to * HOUR_MS) }
    const posted = await api.post(`/vehicles/e2e-task-${key}/schedules`, {
      schedules: [{ ...times, startSoC, targetSoC, minimumSoC }],
    })
    ids[key] = (await posted.json()).ids[0]
  }
  const place = { locationUid: DEPOT, stationId: 'CP-1', evseId: '1', connectorId: '1' }
  const plugged = {
    id: `e2e-tasks-${Date.now()}`,
    type: 'ev-connected',
    vehicleId: 'e2e-task-short',
    soc: 10,
    ...place,
  }
  await api.post('/charging-events', { events: [{ ...plugged, timestamp: iso(Date.now()) }] })
  await api.post(`/locations/${DEPOT}/plan`, {})
  return ids as Record<keyof typeof STAYS, string>
}

/** Counts presses of the pointer from now on, also over navigations; a choice in a list counts as two. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  let clicks = 0
  await page.exposeFunction('countClick', (by: number) => {
    clicks += by
  })
  await page.addInitScript(() => {
    const count = (by: number) => (window as unknown as { countClick: (by: number) => void }).countClick(by)
    addEventListener('pointerdown', () => count(1), true)
    addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && count(2), true)
  })
  return async () => clicks
}

async function atMost(count: () => Promise<number>, most: number): Promise<void> {
  const clicks = await count()
  test.info().annotations.push({ type: 'clicks', description: String(clicks) })
  console.log(`${test.info().title}: ${clicks} clicks`)
  expect(clicks).toBeLessThanOrEqual(most)
}

let ids: Record<keyof typeof STAYS, string>
test.beforeAll(async ({ request }) => {
  ids = await makeDepot(await integration(request))
})

const board = async (page: Page) => {
  await page.goto(`/?depot=${DEPOT}`)
  await expectSettled(page)
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme: 'dark' })

  test('at 04:15 in the yard one sees whether a bus is ready, where it stands, and why not', async ({ page }) => {
    const clicks = await countClicks(page)
    await board(page)
    const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Bus 1' }).first()
    await expect(row).toBeInViewport()
    await expect(row).toContainText('Will miss')
    await expect(row).toContainText('Stands at CP-1 / 1')
    await expect(row).toContainText(/The stay is too short|Charging began too late to finish/)
    await atMost(clicks, 0)
    await row.getByRole('button', { name: 'Bus 1', exact: true }).tap()
    await expect(page.getByRole('dialog').getByText('Stands at CP-1 / 1')).toBeVisible()
    await expectNothingWider(page, 360)
    await expectAccessible(page)
    await atMost(clicks, 1)
  })
})

test('a bus that will miss gets the smallest fix', async ({ page }) => {
  const clicks = await countClicks(page)
  await board(page)
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Bus 1' }).first()
  await expect(row).toContainText('Will miss')
  await row.getByRole('button', { name: 'Fixes for Bus 1' }).click()
  const later = row.getByRole('button', { name: /^Apply: Leave .+ later, at/ })
  await tryAgain(row, later)
  await later.click()
  await expect(row).not.toContainText('Will miss', { timeout: 30_000 })
  await atMost(clicks, 2)
})

test('a bus is said to be 40 minutes late, its effect seen before, and taken back', async ({ page, request }) => {
  const api = await integration(request)
  const arrival = async () =>
    (await (await api.get('/vehicles/e2e-task-coming/schedules')).json()).schedules[0].plannedArrivalTime
  const clicks = await countClicks(page)
  await board(page)
  await page.getByRole('button', { name: 'Bus 2', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '40 min late' }).click()
  const form = page.getByRole('dialog', { name: 'Bus 2 is late' })
  await expect(form.getByText(/Peak/)).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect.poll(arrival).toBe(iso(hour + 2 * HOUR_MS + 40 * MINUTE_MS))
  await atMost(clicks, 3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(arrival).toBe(iso(hour + 2 * HOUR_MS))
})

test('a weekday rule with a skipped Friday', async ({ page, request }) => {
  const clicks = await countClicks(page)
  const api = await integration(request)
  await page.goto(`/fleet/e2e-task-coming?depot=${DEPOT}`)
  await page.getByRole('button', { name: 'Add a stay' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: 'Weekly' }).click()
  const soon = new Date(hour + 5 * DAY_MS)
  const monday = soon.getTime() + ((8 - soon.getUTCDay()) % 7) * DAY_MS
  const day = (days: number) => iso(monday + days * DAY_MS).slice(0, 10)
  await form.getByLabel('First arrival', { exact: true }).fill(day(0))
  await form.getByLabel('First arrival, time of day').fill('18:00')
  await form.getByLabel('First departure', { exact: true }).fill(day(1))
  await form.getByLabel('First departure, time of day').fill('04:30')
  await form
    .getByRole('button', { name: /^Skip Fri/ })
    .first()
    .click()
  await expect(form.getByText('It overlaps no other stay')).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await atMost(clicks, 4)
  const { recurringSchedules, schedules } = await (
    await api.get(`/vehicles/e2e-task-coming/schedules?from=${day(-1)}T00:00:00Z&to=${day(9)}T00:00:00Z`)
  ).json()
  expect(recurringSchedules).toHaveLength(1)
  const dates = schedules.map(({ id }: { id: string }) => id.split(':')[1])
  expect(dates).toContain(day(3).replaceAll('-', ''))
  expect(dates).not.toContain(day(4).replaceAll('-', ''))
})

test('a stay is moved by an hour with its preview', async ({ page, request }) => {
  const api = await integration(request)
  const clicks = await countClicks(page)
  await page.goto(`/timeline?depot=${DEPOT}&q=Bus+2`)
  await dragStay(page, ids.coming, 1 / 8)
  const card = page.getByRole('region', { name: 'Move the stay of Bus 2' })
  await expect(card.getByText(/Peak/)).toBeVisible()
  await card.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(async () => (await (await api.get(`/schedules/${ids.coming}`)).json()).plannedDepartureTime)
    .toBe(iso(hour + 11 * HOUR_MS))
  await atMost(clicks, 2)
})

test('why a bus waits', async ({ page }) => {
  const clicks = await countClicks(page)
  await board(page)
  await page.getByRole('button', { name: 'Bus 2', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('columnheader', { name: 'Why' })).toBeVisible()
  await expect(
    page
      .getByRole('dialog')
      .getByRole('cell', { name: /Waits|Held/ })
      .first(),
  ).toBeVisible()
  await atMost(clicks, 1)
})

test('the limit is cut to 300 kW from 17 to 20 h', async ({ page, request }) => {
  const api = await integration(request)
  const clicks = await countClicks(page)
  await board(page)
  await page.getByRole('button', { name: 'Limit for a time' }).click()
  const form = page.getByRole('dialog', { name: 'Limit for a time' })
  const day = iso(hour + DAY_MS).slice(0, 10)
  await form.getByLabel('Limit, kW').fill('300')
  for (const [end, time] of [
    ['From', '17:00'],
    ['To', '20:00'],
  ] as const) {
    await form.getByLabel(end, { exact: true }).fill(day)
    await form.getByLabel(`${end}, time of day`).fill(time)
  }
  await expect(form.getByText(/Peak/)).toBeVisible()
  await form.getByRole('button', { name: 'Set the limit' }).click()
  await expect(form).toBeHidden()
  await atMost(clicks, 2)
  const { powerLimits } = await (await api.get(`/locations/${DEPOT}`)).json()
  expect(powerLimits.dates).toMatchObject([{ powerkW: 300, from: `${day}T17:00:00.000Z`, to: `${day}T20:00:00.000Z` }])
})

test('what another strategy costs, without touching the live plan', async ({ page, request }) => {
  const api = await integration(request)
  const strategy = async () => (await (await api.get(`/locations/${DEPOT}`)).json()).strategy
  const before = await strategy()
  const clicks = await countClicks(page)
  await page.goto(`/power?depot=${DEPOT}`)
  await page.getByRole('button', { name: 'What if' }).click()
  const panel = page.getByRole('dialog', { name: 'What if …' })
  await expect(panel.getByText('Nothing changes.')).toBeVisible()
  await panel.getByLabel('Strategy').selectOption({ label: 'As soon as possible' })
  // What could not be tried is tried again by itself, a moment later.
  await expect(panel.getByRole('heading', { name: /charges? at other times/ })).toBeVisible({ timeout: 60_000 })
  await expect(panel.getByRole('row', { name: /Cost with demand charge/ })).toBeVisible()
  await atMost(clicks, 3)
  expect(await strategy()).toBe(before)
})

test('two buses exchange their duties, the effect seen before, and take them back', async ({ page, request }) => {
  const api = await integration(request)
  const departureOf = async (id: string) => (await (await api.get(`/schedules/${id}`)).json()).plannedDepartureTime
  const before = [await departureOf(ids.coming), await departureOf(ids.waiting)]
  await board(page)
  await page.getByRole('button', { name: 'Bus 2', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Swap', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Bus 2 swaps with another' })
  await form.getByLabel('With').selectOption(ids.waiting)
  await expect(form.getByText(/Peak/)).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Swap', exact: true }).click()
  await expect(form).toBeHidden()
  await expect
    .poll(async () => [await departureOf(ids.coming), await departureOf(ids.waiting)])
    .toEqual(before.reverse())
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => departureOf(ids.coming)).toBe(before[1])
})
