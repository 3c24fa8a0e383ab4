import { expect, test } from '@playwright/test'
import { ADMIN, ADMIN_STATE, collectErrors, SETUP_TOKEN } from '@/e2e/depot'

test('a newcomer makes the administrator, starts with the demo depot, and looks at tonight’s departures', async ({
  page,
}) => {
  const errors = collectErrors(page)
  await page.goto(`/setup?token=${SETUP_TOKEN}`)
  await page.getByLabel('Your name').fill(ADMIN.name)
  await page.getByLabel('E-mail').fill(ADMIN.email)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('radio', { name: /demo depot/i }).click()
  await page.getByRole('button', { name: 'Create the administrator' }).click()
  await expect(page).toHaveURL(/\/(\?.*)?$/, { timeout: 60_000 })
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible({ timeout: 60_000 })
  expect(errors).toEqual([])
  await page.context().storageState({ path: ADMIN_STATE })
})
