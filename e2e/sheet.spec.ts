import { expect, test } from '@playwright/test'
import { integration } from '@/e2e/depot'
import { speakIn } from '@/e2e/look'
import { asPaper, expectOnPaper } from '@/e2e/paper'
import { LANGUAGES } from '@/lib/contract/enumerations'

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

test('the printed sheet and a printed schedule fit A4 in each language, and none of their cells is cut', async ({
  page,
  request,
  baseURL,
}) => {
  const api = await integration(request)
  const { departures } = await (await api.get('/locations/demo/readiness?hours=48')).json()
  const paths = ['/sheet?hours=48', `/schedules/${departures[0].schedule.id}`]
  await asPaper(page)
  try {
    for (const language of LANGUAGES) {
      await speakIn(page.request, language, baseURL)
      for (const path of paths) {
        await page.goto(path)
        await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible()
        await expectOnPaper(page, `${path} in ${language}`)
      }
    }
  } finally {
    await speakIn(page.request, null, baseURL)
  }
})
