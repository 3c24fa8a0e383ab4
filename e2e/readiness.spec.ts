import { expect, test } from '@playwright/test'

test.beforeEach(async ({ page }) => {
  await page.goto('/?hours=48')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
})

test('a departure is followed from the board to its chart, and Back returns to the board', async ({ page }) => {
  const departures = page.getByRole('main').getByRole('listitem')
  const name = await departures.first().getByRole('button').first().innerText()
  // By its name: the board may have put another one first meanwhile.
  await departures.getByRole('button', { name, exact: true }).first().click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('heading', { name })).toBeVisible()
  await expect(drawer.getByText('Departure', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/schedule=/)
  await page.goBack()
  await expect(drawer).toBeHidden()
})

test('a link shows a colleague the same drawer', async ({ page, context }) => {
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click()
  await expect(page).toHaveURL(/schedule=/)
  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await expect(colleague.getByRole('dialog').getByText('Departure', { exact: true })).toBeVisible()
})

test('a search that nothing fits says so, and clearing it brings the departures back', async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('no such vehicle')
  await expect(page.getByRole('heading', { name: 'No departure matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
})

test('when the server cannot be reached, a banner says so and goes by itself', async ({ page, context }) => {
  await context.setOffline(true)
  await expect(page.getByText(/Connection lost/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/Connection lost/)).toBeHidden({ timeout: 30_000 })
})
