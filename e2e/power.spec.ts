import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { integration } from '@/e2e/depot'

test.beforeEach(async ({ page }) => {
  // The chart comes with its library, which takes a busy machine a while.
  test.slow()
  // A range of its own, so that it does not move on when an hour ends in the middle of a test.
  const from = new Date(Math.floor(Date.now() / 3_600_000 - 6) * 3_600_000)
  await page.goto(`/power?at=${from.toISOString().slice(0, 16)}`)
  await expect(page.getByRole('application', { name: /Power of the depot/ })).toBeVisible({ timeout: 60_000 })
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

test('a press on the legend hides a part of the chart and shows it again, and what is planned is hatched', async ({
  page,
}) => {
  const chart = page.getByRole('application', { name: /Power of the depot/ })
  const base = chart.locator('path[fill="var(--chart-base)"]')
  const hatched = chart.locator('path[fill^="url(#"]')
  await expect(base).toBeVisible()
  await expect(hatched).toBeVisible()
  const entry = page.locator('figcaption').getByRole('button', { name: 'Base load' })
  await entry.click()
  await expect(base).toHaveCount(0)
  await expect(hatched).toBeVisible()
  await expect(entry).toHaveAttribute('aria-pressed', 'false')
  await entry.click()
  await expect(base).toBeVisible()
})

test('arrow keys tell one quarter-hour after the other, and the time that is shown can be narrowed', async ({
  page,
}) => {
  const chart = page.getByRole('application', { name: /Power of the depot/ })
  await chart.focus()
  const told = page.getByRole('status').filter({ hasText: 'Base load' })
  await page.keyboard.press('ArrowRight')
  await expect(told).toBeVisible()
  const first = await told.textContent()
  await page.keyboard.press('ArrowRight')
  await expect(told).not.toHaveText(first ?? '')
  const ends = page.getByRole('slider', { name: /Part of the time that is shown/ })
  await expect(ends).toHaveCount(2)
  const times = () => chart.locator('g.text-2xs text').allTextContents()
  const all = await times()
  await ends.first().focus()
  for (let press = 0; press < 40; press++) await page.keyboard.press('ArrowRight')
  await expect.poll(times).not.toEqual(all)
})

test('tiles, chart and quarter-hours say the same: one peak, and the cost of the vehicles’ energy', async ({
  page,
  request,
}) => {
  const at = `${new URL(page.url()).searchParams.get('at')}Z`
  const [from, to] = [Date.parse(at), Date.parse(at) + 24 * 3_600_000]
  const api = await integration(request)
  type Quarter = { baseLoadkW: number; evPowerkW: number; pricePerkWh: number }
  const words = (value: number) => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(value)
  // A new plan may come between the two readings; then both are read again.
  await expect(async () => {
    const load = await (await api.get(`/locations/demo/load?from=${from}&to=${to}`)).json()
    const quarters: Quarter[] = load.intervals
    const peak = Math.max(...quarters.map(({ baseLoadkW, evPowerkW }) => baseLoadkW + evPowerkW))
    const cost = quarters.reduce((sum, { evPowerkW, pricePerkWh }) => sum + (evPowerkW / 4) * pricePerkWh, 0)
    expect(load.totals.peak15kW).toBeCloseTo(peak, 1)
    expect(load.totals.energyCost).toBeCloseTo(cost, 0)
    await expect(page.getByText(`Peak ${words(peak)} kW`)).toBeVisible({ timeout: 5_000 })
    await expect(page.getByText('Site peak').locator('..')).toContainText(`${words(peak)} kW`, { timeout: 5_000 })
  }).toPass()
})
