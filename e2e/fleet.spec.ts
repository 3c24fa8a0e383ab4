import { expect, test } from '@playwright/test'
import { collectErrors, expectAccessible, expectNothingWider, integration } from '@/e2e/depot'

test('a vehicle is added, two people change it at once and both changes are kept, and a stay is added to it', async ({
  page,
  request,
}) => {
  await page.goto('/fleet?depot=demo')
  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Add a vehicle' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name', { exact: true }).fill('Bus 77')
  await form.getByLabel('Usable battery').fill('plenty')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByLabel('Usable battery')).toBeFocused()
  await expect(form.getByRole('alert').filter({ hasText: /number/ })).toBeVisible()
  await expectAccessible(page)
  await form.getByLabel('Usable battery').fill('420')
  await form.getByLabel('Maximum charging power').fill('150')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL(/\/fleet\/bus-77\?depot=demo$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Bus 77' })).toBeVisible()

  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await form.getByLabel('License plate').fill('RLY-77')
  const api = await integration(request)
  expect((await api.patch('/vehicles/bus-77', { maxChargePowerkW: 120 })).ok()).toBe(true)
  await form.getByRole('button', { name: 'Save' }).click()
  const question = page.getByRole('dialog', { name: 'Somebody else changed Bus 77 meanwhile' })
  await expect(question.getByText('120')).toBeVisible()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Save both' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await (await api.get('/vehicles/bus-77')).json()).toMatchObject({
    licensePlate: 'RLY-77',
    maxChargePowerkW: 120,
  })

  await page.getByRole('button', { name: 'Add a stay' }).click()
  await form.getByLabel('Target').fill('85')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'The next two weeks' })).toBeVisible()
  const { schedules } = await (await api.get('/vehicles/bus-77/schedules')).json()
  expect(schedules).toMatchObject([{ evId: 'bus-77', targetSoC: 85 }])
  await expectAccessible(page)
})

test('vehicles that are ticked are changed together once each change was seen, and are as they were with one click', async ({
  page,
  request,
}) => {
  const errors = collectErrors(page)
  const api = await integration(request)
  await api.put('/locations/orchard', { name: 'Orchard depot' })
  const before = { locationUid: 'orchard', evModel: 'U12', fullChargeEnergykWh: 300, maxChargePowerkW: 100 }
  for (const number of [1, 2]) await api.put(`/vehicles/pear-${number}`, { ...before, name: `Pear ${number}` })
  await api.put('/vehicles/pear-3', { ...before, name: 'Pear 3', maxChargePowerkW: 50 })

  await page.goto('/fleet?depot=orchard&q=pear')
  for (const number of [1, 2, 3]) await page.getByRole('checkbox', { name: `Choose Pear ${number}` }).check()
  await expect(page.getByText('3 chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Change…' }).click()
  const drawer = page.getByRole('dialog', { name: 'Change 3 vehicles' })
  await drawer.getByLabel('Usable battery').fill('420,5')
  await drawer.getByLabel('Minimum charging power').fill('60')
  await expect(drawer.getByRole('row', { name: /pear-1/ })).toContainText(/300 → 420\.5/)
  await expect(drawer.getByRole('row', { name: /pear-3/ })).toContainText('Fault')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNothingWider(page, 390)
  await expectAccessible(page)
  expect(await (await api.get('/vehicles/pear-1')).json()).toMatchObject({ ...before, locationUid: ['orchard'] })

  await drawer.getByRole('button', { name: 'Change 2 vehicles' }).click()
  await expect(page.getByText('2 vehicles were changed.')).toBeVisible()
  await expect(page.getByText('1 vehicle was not changed')).toBeVisible()
  await expectAccessible(page)
  const stored = async () =>
    Promise.all(
      [1, 2, 3].map(async (number) => {
        const { fullChargeEnergykWh, minChargePowerkW } = await (await api.get(`/vehicles/pear-${number}`)).json()
        return [fullChargeEnergykWh, minChargePowerkW]
      }),
    )
  expect(await stored()).toEqual([
    [420.5, 60],
    [420.5, 60],
    [300, 0],
  ])
  await page.getByRole('button', { name: 'Undo this change' }).click()
  await expect(page.getByText('2 changes were taken back.')).toBeVisible()
  expect(await stored()).toEqual(Array(3).fill([300, 0]))

  await drawer.getByRole('button', { name: 'Close' }).first().click()
  await page.getByRole('checkbox', { name: 'Choose Pear 2' }).check()
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check()
  await expect(page.getByText('3 chosen')).toBeInViewport()
  await expectNothingWider(page, 390)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change…' }).click()
  await expect(drawer).toBeVisible()
  expect(errors).toEqual([])
})
