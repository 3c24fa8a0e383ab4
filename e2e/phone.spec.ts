import { expect, test } from '@playwright/test'

const paths = ['/', '/alarms', '/timeline', '/fleet', '/power', '/settings']

for (const path of paths) {
  test(`${path} fits the width of a phone`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0)
  })
}

test('in the yard: the first departure is on the first screen, and a tap shows its plan', async ({ page }) => {
  await page.goto('/?hours=48')
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first).toBeInViewport()
  await first.getByRole('button').first().tap()
  await expect(page.getByRole('dialog').getByText('Departure', { exact: true })).toBeVisible()
})

test('the pages are at the thumb', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Power' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Power' })).toBeVisible()
})
