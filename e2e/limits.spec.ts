import { expect, test } from '@playwright/test'
import { expectAccessible, expectSettled, integration } from '@/e2e/depot'

const HOUR = 3_600_000
const iso = (instant: number) => new Date(instant).toISOString()

test('the limit is cut for some hours, its effect seen before it is set, and it is listed, removed and brought back', async ({
  page,
  request,
}) => {
  // A depot of its own, listed last: its limit is nobody else's.
  const api = await integration(request)
  const depot = 'e2e-limits'
  const now = Date.now()
  await api.put(`/locations/${depot}`, { name: 'Yard with limits', powerLimitkW: 300, timeZone: 'UTC' })
  await api.put('/vehicles/e2e-limited', {
    ...{ name: 'Bus 7', locationUid: depot, fullChargeEnergykWh: 400, maxChargePowerkW: 150 },
    supportsPauseResume: true,
  })
  const stay = { plannedArrivalTime: iso(now - HOUR), plannedDepartureTime: iso(now + 8 * HOUR), locationUid: depot }
  await api.post('/vehicles/e2e-limited/schedules', { schedules: [{ ...stay, startSoC: 20, targetSoC: 90 }] })

  await page.goto(`/power?depot=${depot}`)
  await expectSettled(page)
  await page.getByRole('button', { name: 'Limit for a time' }).click()
  const form = page.getByRole('dialog', { name: 'Limit for a time' })
  await form.getByRole('button', { name: 'Set the limit' }).click()
  await expect(form.getByText('Give the limit as a number in kW, 0 or more.')).toBeVisible()
  await form.getByLabel('Limit, kW').fill('10')
  await expect(form.getByText(/vehicle would leave short of its target|No vehicle misses its target/)).toBeVisible()
  const until = new Date(now + 9 * HOUR)
  await form.getByLabel('To', { exact: true }).fill(iso(until.getTime()).slice(0, 10))
  await form.getByLabel('To, time of day').fill(iso(until.getTime()).slice(11, 16))
  await form.getByLabel('Note').fill('Grid works')
  await expect(form.getByText('1 vehicle would leave short of its target')).toBeVisible()
  await expect(form.getByText(/Bus 7: \d+ % instead of 90 %/)).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Set the limit' }).click()
  await expect(form).toBeHidden()
  const listed = page.getByRole('group', { name: 'Power limit for a time' })
  await expect(listed.getByText('10 kW')).toBeVisible()
  await expect(listed.getByText('Grid works')).toBeVisible()

  await page.getByRole('link', { name: 'Readiness' }).click()
  await expect(page.getByText(/Limit 10 kW: .*Grid works/)).toBeVisible()
  await page.getByRole('button', { name: /Remove the limit/ }).click()
  const removal = page.getByRole('dialog', { name: 'Remove the limit' })
  await expect(removal.getByText('No vehicle misses its target because of this.')).toBeVisible()
  await expectAccessible(page)
  await removal.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/Limit 10 kW: .*Grid works/)).toBeVisible()
  await page.getByRole('link', { name: 'Power', exact: true }).click()
  await listed.getByRole('button', { name: /Remove the limit/ }).click()
  await expect(removal.getByText(/Peak/)).toBeVisible()
  await removal.getByRole('button', { name: 'Remove' }).click()
  await expect(listed).toBeHidden()
  const removed = page.getByRole('listitem').filter({ hasText: 'The limit is removed' })
  await removed.getByRole('button', { name: 'Undo' }).click()
  await expect(listed.getByText('10 kW')).toBeVisible()
})
