import { expect, test } from '@playwright/test'
import { ADMIN, collectErrors, expectAccessible, expectNothingWider, integration } from '@/e2e/depot'

test('who changed the target of a bus, from what to what, is found on the bus and in Settings', async ({
  page,
  request,
}) => {
  const errors = collectErrors(page)
  const api = await integration(request)
  const id = `audited-${Date.now()}`
  await api.put('/locations/orchard', { name: 'Orchard depot', timeZone: 'UTC' })
  const bus = { locationUid: 'orchard', fullChargeEnergykWh: 300, maxChargePowerkW: 100, name: 'Audited bus' }
  await api.put(`/vehicles/${id}`, bus)
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()
  const stay = { plannedArrivalTime: hours(200), plannedDepartureTime: hours(208) }
  for (const targetSoC of [80, 95])
    await api.post(`/vehicles/${id}/schedules`, { replaceFutureSchedules: true, schedules: [{ ...stay, targetSoC }] })

  await page.goto(`/fleet/${id}?depot=orchard`)
  const history = page.locator('section', { has: page.getByRole('heading', { name: 'History' }) })
  const change = history.getByRole('listitem').filter({ hasText: 'Schedule: changed' })
  await expect(change).toContainText(/by .*\(API\)\s*from 127\.0\.0\.1/)
  await expect(change).toContainText(/Target\s*80\s%.*95\s%/)
  await expect(change).toContainText(/request [\w-]{8,}/)
  await expectAccessible(page)

  await page.goto('/settings?tab=audit&depot=orchard')
  await page.getByRole('combobox', { name: 'What' }).selectOption('Schedule')
  await page.getByRole('combobox', { name: 'Change' }).selectOption('Changed')
  await expect(page.getByRole('listitem').filter({ hasText: id }).first()).toContainText('95')
  await expect(page).toHaveURL(/what=schedule/)
  const ours = page.getByRole('listitem').filter({ hasText: id })
  await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: ADMIN.name })
  await expect(ours).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Anyone')
  const [today, tomorrow] = [0, 24].map((ahead) => hours(ahead).slice(0, 10)) as [string, string]
  await page.getByLabel('First day').fill(today)
  await page.getByLabel('Last day').fill(tomorrow)
  await expect(ours.first()).toContainText('95')
  await page.getByLabel('First day').fill(tomorrow)
  await expect(ours).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`first=${tomorrow}`))
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNothingWider(page, 360)
  expect(errors).toEqual([])
})
