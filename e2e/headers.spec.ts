import { expect, type Page, test } from '@playwright/test'
import { collectErrors, expectSettled } from '@/e2e/depot'

/** One of the depot’s pages, the reference and none: all have their headers from one place, and errors are looked for on each page where axe looks. */
const SIGNED_IN = ['/', '/api-docs', '/no-such-page']
const OPEN = ['/sign-in', '/reset-password']

async function open(page: Page, path: string) {
  const response = await page.goto(path)
  await expect(page.getByRole('heading').first()).toBeVisible()
  return response?.headers() ?? {}
}

/** Puts a script into the page as somebody would who can write into it. */
function slipIn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.slippedIn = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.slippedIn = true')
    const tried = new Promise((resolve) => image.addEventListener('error', () => setTimeout(resolve)))
    image.src = 'data:,'
    document.body.append(image)
    return tried.then(() => 'slippedIn' in window)
  })
}

function expectPageHeaders(headers: Record<string, string>): void {
  const policy = headers['content-security-policy'] ?? ''
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toMatch(/^'self' 'nonce-[\w+/=]{20,}'$/)
  expect(policy).toContain("frame-ancestors 'none'")
  // Of a page that is not there Next says more of the same.
  expect(headers['cache-control']).toMatch(/^private, (.*, )?no-store/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['permissions-policy']).toContain('camera=()')
}

for (const path of SIGNED_IN)
  test(`${path} runs its own scripts and no other, and is kept by nobody`, async ({ page }) => {
    const errors = collectErrors(page)
    expectPageHeaders(await open(page, path))
    await expectSettled(page)
    expect(errors.filter((error) => !/404/.test(error))).toEqual([])
    expect(await slipIn(page)).toBe(false)
  })

test('a link to another page runs under the policy of the first', async ({ page }) => {
  const errors = collectErrors(page)
  await open(page, '/')
  for (const name of ['Timeline', 'Fleet', 'Power', 'Settings']) {
    await page.getByRole('link', { name, exact: true }).first().click()
    await expect(page).toHaveURL(new RegExp(`/${name.toLowerCase()}`))
    await expectSettled(page)
  }
  expect(errors).toEqual([])
})

test('what pages are made of may be kept, and a redirect may not', async ({ page, request }) => {
  await open(page, '/')
  const script = await page.locator('script[src*="/_next/static/"]').first().getAttribute('src')
  const file = await request.get(script ?? '')
  expect(file.headers()['cache-control']).toContain('immutable')
  expect(file.headers()['x-content-type-options']).toBe('nosniff')
})

test.describe('a stranger', () => {
  test.use({ storageState: { cookies: [], origins: [] } })

  for (const path of OPEN)
    test(`finds ${path} protected like every page`, async ({ page }) => {
      const errors = collectErrors(page)
      expectPageHeaders(await open(page, path))
      expect(errors).toEqual([])
      expect(await slipIn(page)).toBe(false)
    })

  test('is sent to sign in by an answer that nobody keeps', async ({ request }) => {
    const answer = await request.get('/power', { maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    expect(answer.headers()['cache-control']).toBe('private, no-store')
  })
})
