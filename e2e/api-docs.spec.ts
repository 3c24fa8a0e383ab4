import { expect, test } from '@playwright/test'
import { expectAccessible, expectNothingWider } from '@/e2e/depot'

test('what is typed before the page’s script has come is searched for once it is there', async ({ page }) => {
  await page.route(/\.js(\?|$)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await page.goto('/api-docs', { waitUntil: 'commit' })
  await page.getByRole('searchbox', { name: 'Search calls and schemas' }).fill('no such call')
  // The whole reference comes to life at once, which takes a busy machine its time.
  await expect(page.getByText('No call and no schema has these words in its name.')).toBeVisible({ timeout: 60_000 })
})

test('an integrator finds a call by its words, and tries it: a read is answered, and a write is tried without storing', async ({
  page,
}) => {
  await page.goto('/api-docs')
  const search = page.getByRole('searchbox', { name: 'Search calls and schemas' })
  await search.fill('no such call')
  await expect(page.getByText('No call and no schema has these words in its name.')).toBeVisible()
  await search.fill('post reconcile')
  await expect(page.getByRole('navigation', { name: 'Calls' }).getByRole('link', { name: /^GET/ })).toHaveCount(0)
  await search.fill('get listVehicles')
  const calls = page.getByRole('navigation', { name: 'Calls' })
  await calls.getByRole('link', { name: /^GET/ }).first().click()
  await expect(page).toHaveURL(/#listVehicles$/)

  const list = page.locator('#listVehicles')
  await list.getByText('Try it').click()
  const form = list.getByRole('form', { name: 'Try listVehicles' })
  await form.getByRole('button', { name: 'Send GET' }).click()
  await expect(form.getByRole('status')).toContainText(/^200/)
  await expect(form.getByRole('status')).toContainText('"vehicles"')

  const post = page.locator('#postSchedules')
  await post.getByText('Try it').click()
  const write = post.getByRole('form', { name: 'Try postSchedules' })
  await expect(write.getByLabel('dryRun')).toHaveValue('true')
  await write.getByLabel('vehicleId').fill('no-such-vehicle')
  await write.getByRole('button', { name: 'Send POST' }).click()
  await expect(write.getByRole('status')).toContainText(/^404/)
  await write.getByLabel('Body').fill('{')
  await write.getByRole('button', { name: 'Send POST' }).click()
  await expect(write.getByRole('alert')).toContainText('The body is no JSON')
  // The whole of it is read in pages.spec.ts.
  await expectAccessible(page, '#postSchedules')
  await expectAccessible(page, 'nav')
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNothingWider(page, 360)
})
