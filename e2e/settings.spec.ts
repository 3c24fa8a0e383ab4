import { expect, test } from '@playwright/test'
import { expectAccessible, expectAccessibleInBothThemes, integration } from '@/e2e/depot'

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
  // Until then the form of the depot before is there still.
  await expect(page.getByRole('button', { name: 'Choose a depot: North depot' })).toBeVisible()
  const grid = page.getByRole('form', { name: 'Grid connection' })
  await grid.getByLabel('Power limit').fill('much')
  await grid.getByRole('button', { name: 'Save' }).click()
  await expect(grid.getByRole('alert').filter({ hasText: /number/ })).toBeVisible()
  await grid.getByLabel('Power limit').fill('850')
  await grid.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.').first()).toBeVisible()
  await expect(grid.getByRole('button', { name: 'Save' })).toBeDisabled()
  const tariff = page.getByRole('form', { name: 'Tariff' })
  await tariff.getByRole('button', { name: 'Add hours' }).click()
  await page.getByLabel(/^Energy price: From/).fill('22:00')
  await page.getByLabel(/^Energy price: Price/).fill('0,09')
  await expect(page.getByRole('application', { name: 'Energy price: 0.09' })).toBeVisible({ timeout: 30_000 })
  await tariff.getByRole('button', { name: 'Save' }).click()
  await expect(tariff.getByRole('button', { name: 'Save' })).toBeDisabled()
  await expectAccessible(page)
  const api = await integration(request)
  const stored = async () => (await api.get('/locations/north')).json()
  // The button is disabled while it saves, too.
  await expect.poll(async () => (await stored()).tariff?.weekly?.length).toBe(7)
  const depot = await stored()
  expect(depot).toMatchObject({ name: 'North depot', timeZone: 'Europe/Berlin', powerLimitkW: 850 })
  expect(depot.tariff.weekly[0]).toEqual({ day: 'MO', from: '22:00', to: '24:00', perkWh: 0.09 })
})

test('limits that are to hold for a time are listed, and one that is removed is gone once saved', async ({
  page,
  request,
}) => {
  const api = await integration(request)
  const uid = 'dated-limits'
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const past = { from: at(-5), to: at(-4), powerkW: 410 }
  const soon = { from: at(2), to: at(3), powerkW: 540 }
  const later = { from: at(50), to: at(51), powerkW: 320.5 }
  const dates = [past, later, soon]
  await api.put(`/locations/${uid}`, { name: uid, timeZone: 'UTC', powerLimitkW: 500, powerLimits: { dates } })
  await page.goto(`/settings?depot=${uid}`)
  const list = page.getByRole('group', { name: 'Power limit for a time' })
  await expect(list.getByRole('listitem')).toHaveText([/540 kW/, /320\.5 kW/])
  await expectAccessibleInBothThemes(page)
  await list
    .getByRole('button', { name: /^Remove the limit of/ })
    .first()
    .click()
  await expect(list.getByRole('listitem')).toHaveText([/320\.5 kW/])
  await expect(list).toBeFocused()
  await page.getByRole('form', { name: 'Grid connection' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.').first()).toBeVisible()
  const { powerLimits, powerLimitkW } = await (await api.get(`/locations/${uid}`)).json()
  expect(powerLimits.dates).toEqual([past, later])
  expect(powerLimitkW).toBe(500)
  await expect(list.getByRole('listitem')).toHaveText([/320\.5 kW/])
  await list.getByRole('button', { name: /^Remove the limit of/ }).click()
  await expect(list).toContainText('None any more')
  await expectAccessibleInBothThemes(page)
})

test('each section is saved for itself: what is edited in another stays, whoever saves', async ({ page, request }) => {
  const api = await integration(request)
  await api.put('/locations/sections', { name: 'Sections', timeZone: 'UTC' })
  await page.goto('/settings?depot=sections')
  const [grid, charging] = ['Grid connection', 'Charging'].map((name) => page.getByRole('form', { name }))
  if (!grid || !charging) throw new Error('There are two sections')
  await charging.getByLabel('Target charge').fill('90')
  await grid.getByLabel('Power limit').fill('500')
  await grid.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.').first()).toBeVisible()
  await expect(grid.getByRole('button', { name: 'Save' })).toBeDisabled()
  await expect(charging.getByLabel('Target charge')).toHaveValue('90')
  await expect(charging.getByText('Not saved yet')).toBeVisible()
  await api.patch('/locations/sections', { name: 'West yard' })
  await charging.getByRole('button', { name: 'Save' }).click()
  await expect(charging.getByText('Not saved yet')).toHaveCount(0)
  await expect(page.getByRole('form', { name: 'The place' }).getByLabel('Name')).toHaveValue('West yard')
  const depot = await (await api.get('/locations/sections')).json()
  expect(depot).toMatchObject({ name: 'West yard', powerLimitkW: 500, targetSoC: 90 })
  await charging.getByLabel('Target charge').fill('70')
  await charging.getByRole('button', { name: 'Discard' }).click()
  await expect(charging.getByLabel('Target charge')).toHaveValue('90')
})

test('a change that somebody else made meanwhile is not overwritten unasked', async ({ page, request }) => {
  const api = await integration(request)
  await api.put('/locations/south', { name: 'South', timeZone: 'UTC' })
  await page.goto('/settings?depot=south')
  const grid = page.getByRole('form', { name: 'Grid connection' })
  await grid.getByLabel('Power limit').fill('500')
  await api.patch('/locations/south', { powerLimitkW: 700 })
  await expect(grid.getByRole('alert').filter({ hasText: 'Somebody else changed' })).toBeVisible()
  await expect(grid.getByLabel('Power limit')).toHaveValue('500')
  await expectAccessible(page)
  await grid.getByRole('button', { name: 'Discard mine, take theirs' }).click()
  await expect(grid.getByLabel('Power limit')).toHaveValue('700')
  await grid.getByLabel('Power limit').fill('550')
  await api.patch('/locations/south', { powerLimitkW: 650 })
  await grid.getByRole('button', { name: 'Save mine' }).click()
  await expect(page.getByText('Saved.').first()).toBeVisible()
  expect(await (await api.get('/locations/south')).json()).toMatchObject({ powerLimitkW: 550 })
})
