import { expect, test } from '@playwright/test'
import { ADMIN, integration } from '@/e2e/depot'
import { enterIn, expectWhole, openWhole } from '@/e2e/look'

const NARROW = { width: 360, height: 780 }
const person = { name: 'Kaisa Lehto', email: 'kaisa@depot.example', password: ADMIN.password, role: 'admin' }
let personId = ''

test.use({ storageState: { cookies: [], origins: [] } })

test.beforeAll(async ({ request }) => {
  const made = await (await integration(request)).post('/staff', person)
  personId = (await made.json()).id
})
test.afterAll(async ({ request }) => {
  await (await integration(request)).delete(`/staff/${personId}`)
})

test.describe('a stranger with a German browser', () => {
  test.use({ locale: 'de-DE' })

  test('reads the entrance in German, or in the language of a link, which the browser keeps', async ({ page }) => {
    await page.goto('/sign-in?next=%2Ffleet')
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page).toHaveTitle(/^Anmelden · /)
    await page.getByLabel('E-Mail').fill(person.email)
    await page.getByLabel('Passwort').fill('wrong passphrase')
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await expect(page.getByRole('alert').getByText('E-Mail-Adresse oder Passwort ist falsch.')).toBeVisible()
    await page.getByRole('link', { name: 'Suomi' }).click()
    await expect(page.getByRole('heading', { name: 'Kirjaudu' })).toBeVisible()
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fi')
  })
})

test('a person chooses a language once: board, titles and sheet are written in it, also after a reload and in another browser', async ({
  page,
  browser,
  baseURL,
}) => {
  await enterIn(page.request, person, null, baseURL)
  await page.goto('/?hours=48')
  await page.getByRole('button', { name: /Account of/ }).click()
  await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeChecked()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('link', { name: 'Flotte' }).first()).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page).toHaveTitle(/^Abfahrten · /)
  await expect(
    page.getByText(/Abfahrten? (braucht|brauchen) Aufmerksamkeit|wird bereit sein|werden bereit sein/).first(),
  ).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Ausfahrliste' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ausfahrliste' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Fährt ab mit, %' })).toBeVisible()

  const elsewhere = await browser.newContext({ baseURL, locale: 'fi-FI', storageState: { cookies: [], origins: [] } })
  const signedIn = await elsewhere.request.post('/api/session', {
    data: { email: person.email, password: person.password },
  })
  expect(signedIn.status()).toBe(200)
  const other = await elsewhere.newPage()
  await other.goto('/fleet')
  await expect(other.locator('html')).toHaveAttribute('lang', 'de')
  await elsewhere.close()
})

for (const { language, heading, search, body, refusal } of [
  {
    language: 'de',
    heading: 'Ein Fahrzeug anlegen oder ersetzen',
    search: 'ersetzen Fahrzeug',
    body: 'Verbrauch in Wh/km, um die Ladung bei der Ankunft zu schätzen.',
    refusal: 'Der Inhalt ist größer als 5 MiB.',
  },
  {
    language: 'fi',
    heading: 'Luo tai korvaa ajoneuvo',
    search: 'korvaa ajoneuvo',
    body: 'Kulutus, Wh/km, saapumisvarauksen arviointiin.',
    refusal: 'Sisältö on yli 5 MiB.',
  },
] as const)
  test(`in ${language} the API reference says what each call is for, and is searched in its words and in English`, async ({
    page,
    baseURL,
  }) => {
    await enterIn(page.request, person, language, baseURL)
    await page.goto('/api-docs')
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await expect(page.locator('#schema-VehicleInput')).toContainText(body)
    await expect(page.locator('#response-ContentTooLarge')).toContainText(refusal)
    await expect(page.locator('main [lang=en]')).toHaveCount(0)
    const contents = page.getByRole('navigation').filter({ has: page.getByRole('searchbox') })
    for (const words of [search, 'create or replace vehicle']) {
      await contents.getByRole('searchbox').fill(words)
      await expect(contents.getByRole('link', { name: heading })).toBeVisible()
      await expect(contents.getByRole('listitem')).toHaveCount(1)
    }
    const document = await (await page.request.get('/api/openapi.json')).json()
    expect(document.paths['/vehicles/{vehicleId}'].put.summary).toBe('Create or replace a vehicle')
  })

for (const language of ['de', 'fi'] as const)
  test(`in ${language} the pages fit a phone of 360 px, and axe finds nothing`, async ({ page, baseURL }) => {
    test.slow()
    await page.setViewportSize(NARROW)
    const look = async (path: string) => {
      await openWhole(page, path, language)
      await expectWhole(page, { language, where: path, width: NARROW.width })
    }
    await look(`/sign-in?language=${language}`)
    await enterIn(page.request, person, language, baseURL)
    for (const path of ['/?hours=48', '/timeline', '/fleet', '/settings']) await look(path)
  })
