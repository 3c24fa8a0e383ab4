import type { Page } from '@playwright/test'

/** What a browser that has nothing of it yet loads for a page, compressed as it comes over the network. */
export async function transferredKib(page: Page, path: string, content: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.clearBrowserCache')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(path)
  await page.locator(content).first().waitFor({ timeout: 60_000 })
  // What is asked for once the page stands: the load, alarms, names.
  await page.waitForTimeout(3_000)
  await session.detach()
  return bytes / 1024
}
