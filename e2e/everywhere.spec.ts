import { expect, type Page, test } from '@playwright/test'
import { textIn } from '@/components/messages/text'
import { collectErrors, integration, PAGES } from '@/e2e/depot'
import { enterIn, expectWholeInBothThemes, openWhole } from '@/e2e/look'
import { DEPOT, EMPTY_DEPOT, makeDepots, OPENED, PERSON, TOKEN_OF_WALK } from '@/e2e/opened'
import { LANGUAGES } from '@/lib/contract/enumerations'

test.use({ storageState: { cookies: [], origins: [] }, actionTimeout: 10_000 })

/** With nothing to show, with the API held back, and with one that fails. */
const LIVE = ['/', '/wall', '/alarms', '/timeline', '/fleet', '/chargers', '/power', '/reports', '/settings', '/sheet']
let personId = ''
let ids = { SCHEDULE: '', LATER: '' }

test.beforeAll(async ({ request }) => {
  personId = (await (await (await integration(request)).post('/staff', PERSON)).json()).id
  ids = await makeDepots(request)
})
test.afterAll(async ({ request }) => {
  const api = await integration(request)
  await api.delete(`/staff/${personId}`)
  for (const { id, name, revokedAt } of (await (await api.get('/auth/tokens')).json()).tokens)
    if (name === TOKEN_OF_WALK && !revokedAt) await api.delete(`/auth/tokens/${id}`)
})

const atDepot = (path: string, depot: string) => `${path}${path.includes('?') ? '&' : '?'}depot=${depot}`

/** A desk, and the narrowest phone: under a thumb what is pressed and typed in is larger. */
const SCREENS = [
  { width: 360, height: 780, isMobile: true, hasTouch: true },
  { width: 1440, height: 900, isMobile: false, hasTouch: false },
]

for (const language of LANGUAGES)
  for (const { width, height, ...hand } of SCREENS)
    test.describe(`in ${language}, ${width} px wide`, () => {
      test.use({ viewport: { width, height }, ...hand })
      test.beforeEach(({ page: _page }, testInfo) => testInfo.setTimeout(900_000))
      const whole = async (page: Page, where: string, part?: string, errors: string[] = []) => {
        await expectWholeInBothThemes(page, { language, where, width, ...(part && { part }) })
        expect.soft(errors.splice(0), `${where} writes errors`).toEqual([])
      }

      test('every page', async ({ page, baseURL }) => {
        const errors = collectErrors(page)
        for (const where of [`/sign-in?language=${language}`, '/reset-password']) {
          await openWhole(page, where, language)
          await whole(page, where)
        }
        await enterIn(page.request, PERSON, language, baseURL)
        for (const where of PAGES)
          await test.step(where, async () => {
            await openWhole(page, where, language)
            // The reference holds every property of every call.
            await whole(page, where, where === '/api-docs' ? '#listVehicles' : undefined, errors)
          })
      })

      test('every dialog, drawer and list that opens', async ({ page, baseURL }) => {
        const errors = collectErrors(page)
        await enterIn(page.request, PERSON, language, baseURL)
        for (const [name, { path, open, deskOnly, missing }] of Object.entries(OPENED)) {
          if (deskOnly && width < 768) continue
          await test.step(name, async () => {
            // One that does not open ends no walk.
            const fault = await openWhole(
              page,
              atDepot(
                path.replace(/SCHEDULE|LATER/, (id) => ids[id as keyof typeof ids]),
                DEPOT,
              ),
              language,
            )
              .then(() => open?.(page, textIn(language)))
              .then(() => null, String)
            expect.soft(fault, `${name} opens`).toBeNull()
            if (missing) errors.length = 0
            if (!fault) await whole(page, name, undefined, errors)
            // An answer that comes late is of this page, and no error of the next.
            if (missing) await page.goto('about:blank')
            if (missing) errors.length = 0
          })
        }
      })

      test('pages with nothing in them', async ({ page, baseURL }) => {
        const errors = collectErrors(page)
        await enterIn(page.request, PERSON, language, baseURL)
        for (const path of LIVE)
          await test.step(path, async () => {
            await openWhole(page, atDepot(path, EMPTY_DEPOT), language)
            await whole(page, `${path}, empty`, undefined, errors)
          })
      })

      test('pages before they have what they show, and where it cannot be had', async ({ page, baseURL }) => {
        await enterIn(page.request, PERSON, language, baseURL)
        let failing = false
        await page.route('**/api/**', (route) => {
          if (/session|stream/.test(route.request().url())) return route.continue()
          return failing ? route.fulfill({ status: 503, body: '' }) : undefined
        })
        for (failing of [false, true])
          for (const path of LIVE)
            await test.step(`${path} ${failing ? 'fails' : 'loads'}`, async () => {
              await page.goto(atDepot(path, DEPOT))
              // What fails is asked for again before it is said to have failed.
              await page.waitForTimeout(failing ? 4_000 : 700)
              await whole(page, `${path}, ${failing ? 'failing' : 'loading'}`)
            })
      })
    })
