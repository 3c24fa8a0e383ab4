import { expect, type Page, test } from '@playwright/test'
import { expectSettled } from '@/e2e/depot'

const KIB = 1024

/** The JavaScript that a browser loads for a page, compressed as it comes over the network, in KiB. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize))
  })
  await page.goto(path)
  await expectSettled(page)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / KIB
}

for (const path of ['/', '/timeline', '/fleet', '/chargers', '/alarms', '/api-docs'])
  test(`${path} loads less than 250 KiB of JavaScript`, async ({ page }) => {
    expect(await scriptsOf(page, path)).toBeLessThan(250)
  })

for (const path of ['/power', '/settings'])
  test(`${path} loads less than 250 KiB of JavaScript, and the library of its charts`, async ({ page }) => {
    expect(await scriptsOf(page, path)).toBeLessThan(250 + 105)
  })

test.describe('a stranger', () => {
  test.use({ storageState: { cookies: [], origins: [] } })

  test('loads less than 140 KiB of JavaScript to sign in', async ({ page }) => {
    expect(await scriptsOf(page, '/sign-in')).toBeLessThan(140)
  })
})
