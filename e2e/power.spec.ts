import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'

test.beforeEach(async ({ page }) => {
  // A range of its own, so that it does not move on when an hour ends in the middle of a test.
  const from = new Date(Math.floor(Date.now() / 3_600_000 - 6) * 3_600_000)
  await page.goto(`/power?at=${from.toISOString().slice(0, 16)}`)
  await expect(page.getByRole('img', { name: /Power of the depot/ })).toBeVisible()
})

test('the load is there as a chart, as a table and as a file, with the same quarter-hours', async ({ page }) => {
  await page.getByRole('button', { name: 'As a table' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
  expect(lines[0]).toContain('baseLoadkW')
  expect(lines).toHaveLength(1 + 24 * 4)
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(lines.length - 1)
})

test('the comparison with uncontrolled charging can be left out', async ({ page }) => {
  const legend = page.locator('figcaption')
  await expect(legend.getByText('Uncontrolled')).toBeVisible()
  await page.getByRole('switch').click()
  await expect(legend.getByText('Uncontrolled')).toBeHidden()
  await expect(page).toHaveURL(/compare=off/)
})
