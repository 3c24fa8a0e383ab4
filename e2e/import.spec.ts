import { expect, test } from '@playwright/test'
import { collectErrors, expectAccessible, integration } from '@/e2e/depot'

const line = (cells: string[]) => `${cells.join(';')}\n`
const rows = (count: number, last: string[][]) =>
  line(['id', 'name', 'battery (kWh)', 'max power']) +
  Array.from({ length: count }, (_, index) => line([`import-${index}`, `Import ${index}`, '420,5', '150'])).join('') +
  last.map(line).join('')

test('ten vehicles come in from a file with two bad rows that are mended, and go again with one click', async ({
  page,
}) => {
  const errors = collectErrors(page)
  await page.goto('/import')
  const paste = page.getByLabel('Or paste rows here')
  await paste.fill(
    rows(8, [
      ['import-8', 'Import 8', 'many', '150'],
      ['import 9', 'Import 9', '420,5', '150'],
    ]),
  )
  await expect(page.getByRole('status').filter({ hasText: '8 new · 2 with faults' })).toBeVisible()
  await expect(page.getByRole('row', { name: /import-8/ })).toContainText('is not a number: “many”')
  await expect(page.getByRole('row', { name: /import 9/ })).toContainText('Fault')
  await expectAccessible(page)
  await paste.fill(rows(10, []))
  await page.getByRole('button', { name: 'Import 10 rows' }).click()
  await expect(page.getByText('10 rows were imported.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText('10 changes were taken back.')).toBeVisible()
  expect(errors).toEqual([])
})

test('what rows would do to tonight’s plan is seen before they are imported', async ({ page, request }) => {
  const api = await integration(request)
  const { departures } = await (await api.get('/locations/demo/readiness?hours=48')).json()
  await page.goto('/import?depot=demo')
  const paste = page.getByLabel('Or paste rows here')
  await paste.fill(line(['id', 'max power']) + line([departures.at(-1).schedule.evId, '11']))
  await expect(page.getByRole('status').filter({ hasText: '1 changed' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /Peak .* kW/ })).toBeVisible()
  await expectAccessible(page)
})
