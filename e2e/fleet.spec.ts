import { expect, test } from '@playwright/test'
import { expectAccessible, integration } from '@/e2e/depot'

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
