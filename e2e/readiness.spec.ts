import { expect, test } from '@playwright/test'
import { expectSettled, integration } from '@/e2e/depot'
import { HOUR_MS } from '@/lib/time/interval'

test.beforeEach(async ({ page }) => {
  await page.goto('/?hours=48')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
})

test('a departure is followed from the board to its chart, and Back returns to the board', async ({ page }) => {
  const departures = page.getByRole('main').getByRole('listitem')
  const name = await departures.first().getByRole('button').first().innerText()
  // By its name: the board may have put another one first meanwhile.
  await departures.getByRole('button', { name, exact: true }).first().click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('heading', { name })).toBeVisible()
  await expect(drawer.getByText('Departure', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/schedule=/)
  await page.goBack()
  await expect(drawer).toBeHidden()
})

test('a link shows a colleague the same drawer', async ({ page, context }) => {
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click()
  await expect(page).toHaveURL(/schedule=/)
  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await expect(colleague.getByRole('dialog').getByText('Departure', { exact: true })).toBeVisible()
})

test('a search that nothing fits says so, and clearing it brings the departures back', async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('no such vehicle')
  await expect(page.getByRole('heading', { name: 'No departure matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
})

test('when the server cannot be reached, a banner says so and goes by itself', async ({ page, context }) => {
  await context.setOffline(true)
  await expect(page.getByText(/Connection lost/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/Connection lost/)).toBeHidden({ timeout: 30_000 })
})

test('twelve departures stand on a laptop’s board without scrolling, each with where it stands', async ({
  page,
  request,
}) => {
  const api = await integration(request)
  const locationUid = 'e2e-lines'
  await api.put(`/locations/${locationUid}`, { name: 'Yard of lines', powerLimitkW: 2_000, timeZone: 'UTC' })
  const at = (hours: number) => new Date(Math.floor(Date.now() / HOUR_MS + hours) * HOUR_MS).toISOString()
  const names = Array.from({ length: 12 }, (_, index) => `Bus ${201 + index}`)
  for (const [index, name] of names.entries()) {
    const [vehicleId, stationId] = [`e2e-line-${index}`, `e2e-lines-${index}`]
    const bus = {
      name,
      licensePlate: `RLY-${201 + index}`,
      fullChargeEnergykWh: 400,
      maxChargePowerkW: 150,
      locationUid,
    }
    const station = { name: `Charger at the wall ${index}`, locationUid, evses: [{ evseId: 1, maxPowerkW: 150 }] }
    await api.put(`/vehicles/${vehicleId}`, bus)
    await api.put(`/stations/${stationId}`, station)
    const stay = { plannedArrivalTime: at(-1), plannedDepartureTime: at(9), targetSoC: 90 }
    await api.post(`/vehicles/${vehicleId}/schedules`, { replaceFutureSchedules: true, schedules: [stay] })
    const place = { locationUid, stationId, evseId: '1', connectorId: '1' }
    const event = { id: `${stationId}-${Date.now()}`, type: 'ev-connected', timestamp: at(0), vehicleId, soc: 40 }
    await api.post('/charging-events', { events: [{ ...event, ...place }] })
  }
  await api.post(`/locations/${locationUid}/plan`, {})
  await page.goto(`/?depot=${locationUid}`)
  await expectSettled(page)
  for (const name of names) {
    const row = page.getByRole('main').getByRole('listitem').filter({ hasText: name })
    await expect(row).toContainText('Charger at the wall')
    await expect(row).toBeInViewport({ ratio: 1 })
  }
})
