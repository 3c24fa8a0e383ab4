import { expect, test } from '@playwright/test'
import { ADMINISTRATOR, SETUP_TOKEN } from './pages/administrator'

test('a newcomer makes the administrator, starts with the demo depot, and looks at tonight’s departures', async ({
  page,
}) => {
  await page.goto(`/setup?token=${SETUP_TOKEN}`)
  await page.getByLabel('Your name').fill(ADMINISTRATOR.name)
  await page.getByLabel('E-mail').fill(ADMINISTRATOR.email)
  await page.getByLabel('Password').fill(ADMINISTRATOR.password)
  await page.getByRole('radio', { name: /demo depot/i }).click()
  await page.getByRole('button', { name: 'Create the administrator' }).click()
  await expect(page).toHaveURL(/\/(\?.*)?$/, { timeout: 60_000 })
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible({ timeout: 60_000 })
  await page.context().storageState({ path: 'test-results/staff.json' })
})
