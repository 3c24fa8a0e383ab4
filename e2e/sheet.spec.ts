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

test('no cell of the printed sheet is cut: charge, state and headings fit in the longest language', async ({
  page,
  baseURL,
}) => {
  const choose = (language: string | null) =>
    page.request.patch('/api/session', { data: { language }, headers: { origin: baseURL ?? '' } })
  try {
    for (const language of ['de', 'fi']) {
      expect((await choose(language)).status()).toBe(200)
      // The width of A4 between its margins.
      await page.setViewportSize({ width: 718, height: 1047 })
      await page.emulateMedia({ media: 'print' })
      await page.goto('/sheet?hours=48')
      await expect(page.getByRole('main').getByRole('rowheader').first()).toBeVisible()
      const cut = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('main table :is(th, td, th span)')]
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
      await expect.poll(cut, language).toEqual([])
    }
  } finally {
    await choose(null)
  }
})
