import { expect, test } from '@playwright/test'

/** Forty fit; a heading of more lines, in another language, takes the room of some. */
const LINES_A_PAGE = 36

test('the board leads to the pull-out sheet, which prints a line a departure on as few pages of A4 as they need', async ({
  page,
}) => {
  await page.goto('/?hours=48')
  await page.getByRole('link', { name: 'Pull-out sheet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pull-out sheet' })).toBeVisible()
  const lines = page.getByRole('main').getByRole('rowheader')
  await expect(lines.first()).toBeVisible()
  const count = await lines.count()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length
  expect(pages).toBeGreaterThan(0)
  expect(pages).toBeLessThanOrEqual(Math.ceil(count / LINES_A_PAGE))
})
