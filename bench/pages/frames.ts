import type { Page } from '@playwright/test'

const FRAME_MS = 1000 / 60

/** The times between frames of a page (ms) while something is done on it. */
export async function recordFrames(page: Page, run: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const recorded = { times: [] as number[], on: true }
    Object.assign(window, { recorded })
    let last = performance.now()
    const tick = (now: number) => {
      recorded.times.push(now - last)
      last = now
      if (recorded.on) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await run()
  return page.evaluate(() => {
    const { recorded } = window as unknown as { recorded: { times: number[]; on: boolean } }
    recorded.on = false
    return recorded.times.slice(1)
  })
}

/** How many of the frames that 60 a second would have been were not drawn, in words. */
export function share(times: readonly number[]): string {
  const wanted = times.reduce((sum, ms) => sum + Math.max(1, Math.round(ms / FRAME_MS)), 0)
  return `${((100 * (wanted - times.length)) / wanted).toFixed(1)} % of ${wanted}`
}
