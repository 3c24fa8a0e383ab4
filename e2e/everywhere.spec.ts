import { test } from '@playwright/test'
import { ADMIN, integration, PAGES } from '@/e2e/depot'
import { enterIn, expectWhole, openWhole } from '@/e2e/look'

test.use({ storageState: { cookies: [], origins: [] } })

const PERSON = { name: 'Wanda Walker', email: 'wanda@depot.example', password: ADMIN.password, role: 'admin' }
let personId = ''

test.beforeAll(async ({ request }) => {
  personId = (await (await (await integration(request)).post('/staff', PERSON)).json()).id
})
test.afterAll(async ({ request }) => {
  await (await integration(request)).delete(`/staff/${personId}`)
})

for (const language of ['en', 'de', 'fi'] as const)
  for (const width of [360, 1440])
    for (const colorScheme of ['light', 'dark'] as const)
      test.describe(`in ${language}, ${colorScheme}, ${width} px wide`, () => {
        test.use({ viewport: { width, height: width === 360 ? 780 : 900 }, colorScheme })
        test.beforeEach(({ page: _page }, testInfo) => testInfo.setTimeout(900_000))

        test('every page', async ({ page, baseURL }) => {
          for (const where of [`/sign-in?language=${language}`, '/reset-password']) {
            await openWhole(page, where, language)
            await expectWhole(page, { language, where, width })
          }
          await enterIn(page.request, PERSON, language, baseURL)
          for (const where of PAGES)
            await test.step(where, async () => {
              await openWhole(page, where, language)
              // The reference holds every property of every call.
              await expectWhole(page, {
                language,
                where,
                width,
                ...(where === '/api-docs' && { part: '#listVehicles' }),
              })
            })
        })
      })
