import { expect, test } from '@playwright/test'
import { expectAccessible, integration } from '@/e2e/depot'

test('a depot is made, its limit and tariff are set, and a wrong value is refused at its field', async ({
  page,
  request,
}) => {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'New depot' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Id').fill('north')
  await dialog.getByLabel('Name').fill('North depot')
  await dialog.getByLabel('Time zone').fill('Europe/Berlin')
  await dialog.getByRole('button', { name: 'Make the depot' }).click()
  await expect(page).toHaveURL(/depot=north/)
  await page.getByLabel('Power limit').fill('much')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /number/ })).toBeVisible()
  await page.getByLabel('Power limit').fill('850')
  await page.getByRole('button', { name: 'Add hours' }).first().click()
  await page.getByLabel(/^Energy price: From/).fill('22:00')
  await page.getByLabel(/^Energy price: Price/).fill('0,09')
  await expect(page.getByRole('application', { name: 'Energy price: 0.09' })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.').first()).toBeVisible()
  await expectAccessible(page)
  const depot = await (await (await integration(request)).get('/locations/north')).json()
  expect(depot).toMatchObject({ name: 'North depot', timeZone: 'Europe/Berlin', powerLimitkW: 850 })
  expect(depot.tariff.weekly).toHaveLength(7)
  expect(depot.tariff.weekly[0]).toEqual({ day: 'MO', from: '22:00', to: '24:00', perkWh: 0.09 })
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })
    test('limits that are to hold for a time are listed, and one that is removed is gone once saved', async ({
      page,
      request,
    }) => {
      const api = await integration(request)
      const uid = `dated-${colorScheme}`
      const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
      const past = { from: at(-5), to: at(-4), powerkW: 410 }
      const soon = { from: at(2), to: at(3), powerkW: 540 }
      const later = { from: at(50), to: at(51), powerkW: 320.5 }
      const dates = [past, later, soon]
      await api.put(`/locations/${uid}`, { name: uid, timeZone: 'UTC', powerLimitkW: 500, powerLimits: { dates } })
      await page.goto(`/settings?depot=${uid}`)
      const list = page.getByRole('group', { name: 'Power limit for a time' })
      await expect(list.getByRole('listitem')).toHaveText([/540 kW/, /320\.5 kW/])
      await expectAccessible(page)
      await list
        .getByRole('button', { name: /^Remove the limit of/ })
        .first()
        .click()
      await expect(list.getByRole('listitem')).toHaveText([/320\.5 kW/])
      await expect(list).toBeFocused()
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Saved.').first()).toBeVisible()
      const { powerLimits, powerLimitkW } = await (await api.get(`/locations/${uid}`)).json()
      expect(powerLimits.dates).toEqual([past, later])
      expect(powerLimitkW).toBe(500)
      await expect(list.getByRole('listitem')).toHaveText([/320\.5 kW/])
      await list.getByRole('button', { name: /^Remove the limit of/ }).click()
      await expect(list).toContainText('None any more')
      await expectAccessible(page)
    })
  })

test('a change that somebody else made meanwhile is not overwritten', async ({ page, request }) => {
  const api = await integration(request)
  await api.put('/locations/south', { name: 'South', timeZone: 'UTC' })
  await page.goto('/settings?depot=south')
  await page.getByLabel('Power limit').fill('500')
  await api.patch('/locations/south', { powerLimitkW: 700 })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Somebody else changed' })).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('Power limit')).toHaveValue('700')
})
