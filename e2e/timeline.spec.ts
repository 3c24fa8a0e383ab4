import { expect, test } from '@playwright/test'

const bars = '[data-stay]'

test.beforeEach(async ({ page }) => {
  await page.goto('/timeline')
  await expect(page.locator(bars).first()).toBeVisible()
})

test('stays are reached and opened with the keyboard alone', async ({ page }) => {
  await page.locator(`${bars}[tabindex="0"]`).focus()
  const first = await page.evaluate(() => document.activeElement?.getAttribute('data-stay'))
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-stay'))).not.toBe(first)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('Departure', { exact: true })).toBeVisible()
})

test('the URL holds the zoom, and Now comes back to now', async ({ page }) => {
  await page.getByRole('radio', { name: '7 d' }).click()
  await expect(page).toHaveURL(/span=168/)
  const url = page.url()
  for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: 'Later' }).click()
  await expect(page).not.toHaveURL(url)
  await page.getByRole('button', { name: 'Now' }).click()
  await expect(page.locator(bars).first()).toBeVisible()
})

test('dragging pans, and a drag that ends on a stay does not open it', async ({ page }) => {
  const box = await page.locator(bars).first().boundingBox()
  if (!box) throw new Error('no stay is drawn')
  const before = new URL(page.url()).searchParams.get('at')
  await page.mouse.move(700, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(500, box.y + box.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBe(before)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a search leaves the vehicles that fit', async ({ page }) => {
  const name = await page.locator('section ul').first().getAttribute('aria-label')
  await page.getByRole('searchbox').fill(name ?? '')
  await expect(page.locator('section ul').first()).toHaveAttribute('aria-label', name ?? '')
  await expect(page.getByText('1 vehicle', { exact: true })).toBeVisible()
})
