import { expect, test } from '@playwright/test'
import { expectAccessible, integration } from '@/e2e/depot'

test('a dispatcher follows the bus that will miss from the board to its plan and back', async ({ page }) => {
  await page.goto('/')
  const row = page
    .locator('li, tr, article')
    .filter({ hasText: 'Will miss' })
    .filter({ hasText: /too short/ })
    .first()
  await expect(row).toBeVisible()
  await row.click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toBeVisible()
  await expect(page).toHaveURL(/schedule=/)
  await expect(drawer.getByText(/too short/).first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(page).not.toHaveURL(/schedule=/)
})

test('a schedule’s page shows its power and charge as a chart and as a table', async ({ page, request }) => {
  const api = await integration(request)
  const planned = async () => {
    const { schedules } = await (await api.get('/locations/demo/schedules')).json()
    return schedules.find((one: { plan?: { segments?: unknown[] } }) => one.plan?.segments?.length)?.id
  }
  await expect.poll(planned).toBeDefined()
  await page.goto(`/schedules/${await planned()}`)
  await expect(page.getByRole('img', { name: /Power and state of charge/ })).toBeVisible({ timeout: 45_000 })
  await expectAccessible(page)
})

test('a change through the API appears on the board without a reload', async ({ page, request }) => {
  const api = await integration(request)
  await api.put('/locations/live', { name: 'Live depot', timeZone: 'UTC' })
  await api.put('/vehicles/live-1', {
    name: 'Live bus',
    locationUid: 'live',
    fullChargeEnergykWh: 400,
    maxChargePowerkW: 150,
    supportsPauseResume: true,
  })
  await page.goto('/?depot=live')
  await expect(page.getByText(/Nothing leaves/)).toBeVisible()
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  await api.post('/vehicles/live-1/schedules', {
    schedules: [{ plannedArrivalTime: at(-5), plannedDepartureTime: at(300), startSoC: 40, targetSoC: 80 }],
  })
  await expect(page.getByText('Live bus').first()).toBeVisible()
})

test('the depot, the range and the filter are in the address, so a link shows the same', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('radio', { name: /24 hours/ }).click()
  await page.getByPlaceholder('Vehicle, plate or block').fill('Bus 1')
  await expect(page).toHaveURL(/hours=24/)
  await expect(page).toHaveURL(/q=Bus/)
  await page.reload()
  await expect(page.getByPlaceholder('Vehicle, plate or block')).toHaveValue('Bus 1')
})

test('everything is reachable by keyboard: shortcuts, search, a row', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('Will miss').first()).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expect(page.getByRole('dialog').getByText('Pick the stay up, to move it with the arrow keys')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.getByPlaceholder('Vehicle, plate or block')).toBeFocused()
  await page.keyboard.press('Escape')
  // Both keys belong together for a second only: a machine that is busy between them is given them again.
  await expect(async () => {
    await page.locator('body').press('g')
    await page.keyboard.press('t')
    await expect(page).toHaveURL(/\/timeline/, { timeout: 5_000 })
  }).toPass()
})
