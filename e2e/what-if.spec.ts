import { expect, type Page, test } from '@playwright/test'
import { collectErrors, expectAccessible, expectNothingWider, expectSettled, integration } from '@/e2e/depot'

const HOUR = 3_600_000
const iso = (instant: number) => new Date(instant).toISOString()
const DEPOT = 'e2e-what-if'
const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'What if …' })
const cellsOf = (page: Page, row: string) =>
  panelOf(page)
    .getByRole('row', { name: new RegExp(row) })
    .getByRole('cell')
    .allTextContents()

/** No taper: what a bus takes at most is the same at every moment, so a peak does not depend on when it is planned. */
const chargingCurve = [0, 100].map((soc) => ({ soc, powerkW: 150 }))

/** A depot of its own, listed last, where two buses stay for eight hours. */
async function makeDepot(api: Awaited<ReturnType<typeof integration>>) {
  const now = Date.now()
  const weekly = WEEK.map((day) => ({ day, from: '00:00', to: '24:00', perkWh: 0.2 }))
  const tariff = { currency: 'EUR', demandChargePerkW: 10, weekly }
  await api.put(`/locations/${DEPOT}`, { name: 'Yard of what-ifs', powerLimitkW: 600, timeZone: 'UTC', tariff })
  for (const [id, name, from] of [
    ['e2e-tried-1', 'Bus 1', -1],
    ['e2e-tried-2', 'Bus 2', 2],
  ] as const) {
    const power = { fullChargeEnergykWh: 400, maxChargePowerkW: 150, supportsPauseResume: true, chargingCurve }
    await api.put(`/vehicles/${id}`, { name, locationUid: DEPOT, ...power })
    const times = { plannedArrivalTime: iso(now + from * HOUR), plannedDepartureTime: iso(now + 9 * HOUR) }
    await api.post(`/vehicles/${id}/schedules`, { schedules: [{ ...times, startSoC: 20, targetSoC: 90 }] })
  }
  await api.post(`/locations/${DEPOT}/plan`, {})
}

test('what another strategy costs is seen beside today’s plan, and the live plan is not touched', async ({
  page,
  request,
}) => {
  const api = await integration(request)
  await makeDepot(api)
  const stored = async () => [
    await (await api.get(`/locations/${DEPOT}`)).json(),
    (await (await api.get(`/locations/${DEPOT}/schedules`)).json()).schedules.map(
      ({ plan, planMeta }: { plan: { segments: unknown }; planMeta: unknown }) => [plan.segments, planMeta],
    ),
  ]
  const before = await stored()
  const errors = collectErrors(page)
  await page.goto(`/power?depot=${DEPOT}`)
  await expectSettled(page)
  await page.getByRole('button', { name: 'What if' }).click()
  const panel = panelOf(page)
  await expect(panel.getByText('Nothing changes.')).toBeVisible()
  await panel.getByLabel('Strategy').selectOption({ label: 'As soon as possible' })
  await expect(panel.getByRole('heading', { name: /vehicles? charges? at other times/ })).toBeVisible()
  const [today, tried, difference] = await cellsOf(page, 'Peak, kW')
  expect(Number(tried)).toBeGreaterThan(Number(today))
  // Each is rounded for itself.
  expect(Math.abs(Number(difference) - (Number(tried) - Number(today)))).toBeLessThanOrEqual(1)
  const [costToday, costTried] = (await cellsOf(page, 'Cost with demand charge, EUR')).map((words) =>
    Number(words.replace(',', '')),
  )
  expect(costTried).toBeGreaterThan(costToday ?? Number.NaN)
  await expectAccessible(page)
  expect(await stored()).toEqual(before)

  // The address shows a colleague the same.
  const address = page.url()
  await panel.getByRole('button', { name: 'Close' }).last().click()
  await expect(panel).toBeHidden()
  expect(page.url()).not.toContain('if.')
  await page.goto(address)
  await expect(panelOf(page).getByLabel('Strategy')).toHaveValue('as-soon-as-possible')
  await expect.poll(async () => (await cellsOf(page, 'Peak, kW'))[1]).toBe(tried)
  expect(await stored()).toEqual(before)
  expect(errors).toEqual([])
})

test('late vehicles, a colder night and more vehicles are tried together, and a wrong number is told at its field', async ({
  page,
}) => {
  await page.goto(`/timeline?depot=${DEPOT}`)
  await expectSettled(page)
  await page.getByRole('button', { name: 'What if' }).click()
  const panel = panelOf(page)
  await panel.getByLabel('Vehicles late').fill('1')
  await panel.getByLabel('Late by').fill('400')
  await expect(panel.getByRole('heading', { name: '1 vehicle leaves with less' })).toBeVisible()
  await expect(panel.getByText('Bus 2')).toBeVisible()
  await panel.getByLabel('More vehicles').fill('5')
  await panel.getByLabel('Colder night, energy').fill('20')
  await expect.poll(async () => Number((await cellsOf(page, 'Energy, kWh'))[1]?.replace(',', ''))).toBeGreaterThan(1000)
  await panel.getByLabel('More vehicles').fill('lots')
  await expect(panel.getByText('Give a whole number, up to 500.')).toBeVisible()
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Reset' }).click()
  await expect(panel.getByText('Nothing changes.')).toBeVisible()
})

test('what is tried follows the depot: what somebody else changes is in it', async ({ page, request }) => {
  const api = await integration(request)
  await page.goto(`/power?depot=${DEPOT}&whatif=open&if.strategy=as-soon-as-possible`)
  const peak = async () => Number((await cellsOf(page, 'Peak, kW'))[1])
  await expect.poll(peak).toBeGreaterThan(100)
  await api.patch(`/locations/${DEPOT}`, { powerLimitkW: 100 })
  await expect.poll(peak, { timeout: 30_000 }).toBeLessThanOrEqual(100)
  await api.patch(`/locations/${DEPOT}`, { powerLimitkW: 600 })
})

test('a limit that was tried is applied with one click, and taken back with another', async ({ page, request }) => {
  const api = await integration(request)
  const limits = async () => (await (await api.get(`/locations/${DEPOT}`)).json()).powerLimits?.dates ?? []
  await page.goto(`/power?depot=${DEPOT}&whatif=open`)
  const panel = panelOf(page)
  await panel.getByRole('textbox', { name: /^Limit\W*kW/ }).fill('120')
  await expect(panel.getByText('Limit from').first()).toBeVisible()
  await panel.getByLabel('More vehicles').fill('1')
  await expect(panel.getByText('The rest is only tried.')).toBeVisible()
  await panel.getByRole('button', { name: 'Apply the limit' }).click()
  await expect(panel).toBeHidden()
  await expect.poll(limits).toMatchObject([{ powerkW: 120 }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(limits).toEqual([])
})

for (const { name, width, height, colorScheme } of [
  { name: 'light on a desk', width: 1440, height: 900, colorScheme: 'light' },
  { name: 'dark on a phone', width: 390, height: 844, colorScheme: 'dark' },
] as const)
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme })
    test('the panel is accessible and no wider than the screen', async ({ page }) => {
      await page.goto(`/timeline?depot=${DEPOT}&whatif=open&if.late=2&if.by=400&if.more=3`)
      await expect(panelOf(page).getByRole('heading', { name: /with less/ })).toBeVisible()
      await expectAccessible(page)
      await expectNothingWider(page, width)
    })
  })
