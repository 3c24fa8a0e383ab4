import { expect, type Page, test } from '@playwright/test'
import { expectSettled, PAGES } from '@/e2e/depot'

const MOST = 0.02
type Shift = { value: number; of: string[] }
type LayoutShift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] }

/** Records from the first paint on what moves by itself, and which elements do. */
async function recordShifts(page: Page): Promise<() => Promise<Shift[]>> {
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    const nameOf = (node: Node | null) => {
      const element = node instanceof Element ? node : (node?.parentElement ?? null)
      return element
        ? `<${element.tagName.toLowerCase()} ${element.className}> ${element.textContent?.slice(0, 40)}`
        : ''
    }
    const observer = new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[])
        if (!hadRecentInput) shifts.push({ value, of: sources.map(({ node }) => nameOf(node)) })
    })
    observer.observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts)
}

const comesInPlace = (path: string) =>
  test(`${path} comes without moving what is there already`, async ({ page }) => {
    const shifts = await recordShifts(page)
    await page.goto(path)
    await expectSettled(page)
    // What is asked for once the page stands: alarms, names, the load.
    await page.waitForTimeout(1_000)
    const found = await shifts()
    const sum = found.reduce((all, { value }) => all + value, 0)
    expect(sum, JSON.stringify(found)).toBeLessThanOrEqual(MOST)
  })

for (const path of PAGES) comesInPlace(path)

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })
  for (const path of ['/', '/?hours=48', '/timeline', '/power', '/chargers']) comesInPlace(path)
})
