import { expect, test } from '@playwright/test'
import { expectAccessible, expectSettled, integration } from '@/e2e/depot'

const HOUR = 3_600_000
const iso = (instant: number) => new Date(instant).toISOString()

test('a bus that is needed sooner charges at once, its effect seen before, and goes back to the plan with one click', async ({
  page,
  request,
}) => {
  // A depot of its own, listed last: its two buses, and the power that they share, are nobody else's.
  const api = await integration(request)
  const depot = 'e2e-at-once'
  const now = Date.now()
  await api.put(`/locations/${depot}`, { name: 'Yard at full power', powerLimitkW: 200, strategy: 'peak-supression' })
  const stay = { plannedArrivalTime: iso(now - HOUR), plannedDepartureTime: iso(now + 9 * HOUR), locationUid: depot }
  for (const name of ['Bus 8', 'Bus 9']) {
    const id = `e2e-${name.replace(' ', '-')}`
    const battery = { fullChargeEnergykWh: 400, maxChargePowerkW: 150, supportsPauseResume: true }
    await api.put(`/vehicles/${id}`, { name, locationUid: depot, ...battery })
    await api.post(`/vehicles/${id}/schedules`, { schedules: [{ ...stay, startSoC: 30, targetSoC: 80 }] })
  }
  await api.post(`/locations/${depot}/plan`, {})

  await page.goto(`/?depot=${depot}`)
  await expectSettled(page)
  await page.getByRole('button', { name: 'Bus 8', exact: true }).click()
  const drawer = page.getByRole('dialog').first()
  await drawer.getByRole('button', { name: 'Charge now' }).click()
  const question = page.getByRole('dialog', { name: 'Charge Bus 8 now' })
  await expect(question.getByText(/Peak/).first()).toBeVisible()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Charge now' }).click()
  await expect(page.getByText('Bus 8 charges now.', { exact: true })).toBeVisible()
  await expect(drawer.getByText(/^Charging now, by /)).toBeVisible()
  await expectAccessible(page)

  await drawer.getByRole('button', { name: 'Back to the plan' }).click()
  const asked = page.getByRole('dialog', { name: 'Back to the plan' })
  await expect(asked).toContainText('planned around it')
  await asked.getByRole('button', { name: 'Back to the plan' }).click()
  await expect(page.getByText('It charges by the plan again.', { exact: true })).toBeVisible()
  await expect(drawer.getByText(/^Charging now, by /)).toBeHidden()
  await expect(drawer.getByRole('button', { name: 'Charge now' })).toBeVisible()
})
