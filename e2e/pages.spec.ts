import { expect, test } from '@playwright/test'
import { collectErrors, expectAccessible, expectNothingWider, expectSettled } from '@/e2e/depot'

const PAGES = [
  '/',
  '/?hours=48',
  '/sheet?hours=48',
  '/wall?hours=48',
  '/alarms',
  '/timeline',
  '/timeline?span=168',
  '/fleet',
  '/import',
  '/chargers',
  '/power',
  '/reports',
  '/settings',
  '/settings?tab=stations',
  '/settings?tab=api',
  '/settings?tab=staff',
  '/settings?tab=audit',
  '/api-docs',
]
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
