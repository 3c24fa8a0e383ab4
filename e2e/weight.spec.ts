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

test('a page asks for another one only when its link is meant, and for nothing that came along with it', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname + new URL(request.url()).search))
  const ofOthers = () => asked.filter((address) => address.includes('_rsc='))
  await page.goto('/')
  await expectSettled(page)
  expect(ofOthers()).toEqual([])
  expect(asked.filter((address) => ['/api/session', '/api/locations'].includes(address))).toEqual([])
  await page.getByRole('link', { name: 'Timeline', exact: true }).first().hover()
  await expect.poll(ofOthers).not.toEqual([])
  expect(ofOthers().filter((address) => !address.startsWith('/timeline'))).toEqual([])
})

test('the timeline comes with its vehicles and the stays in sight: its bars wait for no answer', async ({ page }) => {
  await page.route(/\/api\/(vehicles|locations\/[^/]+\/timeline)\?/, () => {})
  await page.goto('/timeline')
  await expect(page.locator('[data-stay]').first()).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test.describe('a stranger', () => {
  test.use({ storageState: { cookies: [], origins: [] } })

  test('loads less than 140 KiB of JavaScript to sign in', async ({ page }) => {
    expect(await scriptsOf(page, '/sign-in')).toBeLessThan(140)
  })
})
