import { expect, type Page, test } from '@playwright/test'
import {
  collectErrors,
  expectAccessible,
  expectAccessibleInBothThemes,
  expectNothingWider,
  expectSettled,
  PAGES,
} from '@/e2e/depot'
import { recordShifts } from '@/e2e/layout-shifts'

/** How much of a page may move by itself (the sum of its layout shifts). */
const MOST = 0.02
/** The reference holds every property of every call: axe looks at it for a minute, in one theme a screen. */
const REFERENCE = '/api-docs'
const SCREENS = [
  { name: 'on a desk', width: 1440, height: 900, ofReference: 'light' },
  { name: 'on a phone', width: 390, height: 844, ofReference: 'dark' },
] as const

/** One load shows all of it: what comes after the first paint, what is wrong with it, and both themes. */
for (const { name, width, height, ofReference } of SCREENS)
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme: 'light' })
    for (const path of PAGES)
      test(`${path} comes in place, without an error, no wider than the screen, and accessible`, async ({ page }) => {
        test.slow(path === REFERENCE)
        const errors = collectErrors(page)
        const shifts = await recordShifts(page)
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectSettled(page)
        await expectStill(page, shifts)
        await expectNothingWider(page, width)
        if (path === REFERENCE) {
          await page.emulateMedia({ colorScheme: ofReference })
          await expectAccessible(page)
        } else await expectAccessibleInBothThemes(page)
        expect(errors).toEqual([])
      })
  })

test('the wall shows no departure before it knows how many have room: a page that turns later would move them', async ({
  page,
}) => {
  // The turn at which the second of two pages is shown moved them; whose turn it is depends on the clock.
  await page.addInitScript(() => {
    const counts: number[] = []
    Object.assign(window, { counts })
    const note = () => {
      const rows = document.querySelectorAll('[data-wall] ul > li').length
      if (rows > 0 && counts.at(-1) !== rows) counts.push(rows)
    }
    new MutationObserver(note).observe(document, { childList: true, subtree: true })
  })
  // Its clock stands still, so that no page turns by itself; the last one may hold a single departure.
  await page.clock.setFixedTime(new Date())
  await page.goto('/wall?hours=48')
  await expect(page.locator('[data-wall] li').first()).toBeVisible()
  await page.waitForTimeout(500)
  const counts = await page.evaluate(() => (window as unknown as { counts: number[] }).counts)
  expect(counts).toHaveLength(1)
})

async function expectStill(page: Page, shifts: Awaited<ReturnType<typeof recordShifts>>): Promise<void> {
  // What is asked for once the page stands: alarms, names, the load.
  await page.waitForTimeout(1_000)
  const found = await shifts()
  const sum = found.reduce((all, { value }) => all + value, 0)
  expect(sum, JSON.stringify(found)).toBeLessThanOrEqual(MOST)
}
