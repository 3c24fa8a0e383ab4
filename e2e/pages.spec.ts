import { expect, type Page, test } from '@playwright/test'
import { collectErrors, expectAccessibleInBothThemes, expectNothingWider, expectSettled, PAGES } from '@/e2e/depot'
import { recordShifts } from '@/e2e/layout-shifts'

/** How much of a page may move by itself (the sum of its layout shifts). */
const MOST = 0.02
const SCREENS = [
  { name: 'on a desk', width: 1440, height: 900 },
  { name: 'on a phone', width: 390, height: 844 },
]

/** One load shows all of it: what comes after the first paint, what is wrong with it, and both themes. */
for (const { name, width, height } of SCREENS)
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme: 'light' })
    for (const path of PAGES)
      test(`${path} comes in place, without an error, no wider than the screen, and accessible in both themes`, async ({
        page,
      }) => {
        // The reference holds every property of every call.
        test.slow(path === '/api-docs')
        const errors = collectErrors(page)
        const shifts = await recordShifts(page)
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectSettled(page)
        await expectStill(page, shifts)
        await expectNothingWider(page, width)
        await expectAccessibleInBothThemes(page)
        expect(errors).toEqual([])
      })
  })

async function expectStill(page: Page, shifts: Awaited<ReturnType<typeof recordShifts>>): Promise<void> {
  // What is asked for once the page stands: alarms, names, the load.
  await page.waitForTimeout(1_000)
  const found = await shifts()
  const sum = found.reduce((all, { value }) => all + value, 0)
  expect(sum, JSON.stringify(found)).toBeLessThanOrEqual(MOST)
}
