import { expect, test } from '@playwright/test'
import { collectErrors, expectAccessible, expectNothingWider, expectSettled, PAGES } from '@/e2e/depot'

const SCREENS = [
  { name: 'desk, light', width: 1440, height: 900, colorScheme: 'light' },
  { name: 'desk, dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'phone, light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone, dark', width: 390, height: 844, colorScheme: 'dark' },
] as const

for (const { name, width, height, colorScheme } of SCREENS)
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme })
    for (const path of PAGES)
      test(`${path} has no accessibility violation, no error in the console and nothing wider than the screen`, async ({
        page,
      }) => {
        // The reference holds every property of every call.
        test.slow(path === '/api-docs')
        const errors = collectErrors(page)
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectSettled(page)
        await expectAccessible(page)
        expect(errors).toEqual([])
        await expectNothingWider(page, width)
      })
  })
