import { expect, type Page } from '@playwright/test'

/** A4 between the margins of `@page`, in CSS pixels. */
const PAPER = { width: Math.floor((210 - 2 * 13) * (96 / 25.4)), height: Math.floor((297 - 12 - 14) * (96 / 25.4)) }

/** Shows pages as they are printed. */
export async function asPaper(page: Page): Promise<void> {
  await page.setViewportSize(PAPER)
  await page.emulateMedia({ media: 'print' })
}

/** No cell is cut, and nothing is wider than the paper. */
export async function expectOnPaper(page: Page, what: string): Promise<void> {
  const softly = expect.configure({ soft: true, timeout: 5_000 })
  await softly.poll(() => cutCells(page), `${what} cuts`).toEqual([])
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  await softly.poll(wide, `${what} is wider than A4`).toBeLessThanOrEqual(PAPER.width)
}

/** The cells that are narrower than what is in them. */
function cutCells(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main table :is(th, td, th span)')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const text = document.createRange()
        text.selectNodeContents(element)
        const { paddingLeft, paddingRight } = getComputedStyle(element)
        const room =
          element.getBoundingClientRect().width - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
        // Half a pixel too much is cut to an ellipsis, which whole pixels do not show.
        return text.getBoundingClientRect().width > room + 0.1
      })
      .map((element) => element.textContent),
  )
}
