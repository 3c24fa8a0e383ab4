import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import {
  expectAccessible,
  expectAccessibleInBothThemes,
  expectNothingWider,
  holdUndo,
  integration,
  tryAgain,
} from '@/e2e/depot'

/** What the board says of a bus of the tight depot while others and the limit keep it from its target. */
const CROWDED = /The depot’s limit leaves it too little: full power would do it in \d+ min of its \d+ min\./

const SCREENS = [
  { name: 'on a desk', width: 1440, height: 900 },
  { name: 'on a phone', width: 390, height: 844 },
] as const

/** The departure of a vehicle on the board: its row, whatever group it stands in. */
function rowOf(page: Page, name: string) {
  const board = page.getByRole('main').getByRole('listitem')
  return board.filter({ has: page.getByRole('button', { name, exact: true }) })
}

/** A depot whose limit serves one of two buses at a time: both want more than the evening has. */
async function makeTightDepot(request: APIRequestContext, uid: string) {
  const api = await integration(request)
  await api.put(`/locations/${uid}`, {
    name: `Tight depot ${uid}`,
    timeZone: 'Europe/Helsinki',
    powerLimitkW: 60,
    departureMarginMinutes: 0,
    strategy: 'as-soon-as-possible',
  })
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  for (const number of [1, 2]) {
    const vehicle = { locationUid: uid, fullChargeEnergykWh: 200, maxChargePowerkW: 100, supportsPauseResume: true }
    await api.put(`/vehicles/${uid}-${number}`, { name: `Tight ${number}`, ...vehicle })
    const stay = { plannedArrivalTime: at(-5), plannedDepartureTime: at(120), startSoC: 40, targetSoC: 80 }
    await api.post(`/vehicles/${uid}-${number}/schedules`, { schedules: [stay] })
  }
  await api.post(`/locations/${uid}/plan`, {})
  return api
}

test('from why to done: a dispatcher sees why a bus will miss, applies the smallest fix, and takes it back', async ({
  page,
}) => {
  await page.goto('/')
  const row = rowOf(page, 'Bus 115')
  await expect(row).toContainText('Will miss')
  await expect(row).toContainText(
    /[\d.]+ % at departure, [\d.]+ kWh below its minimum of 80 %\. The stay is too short: it has \d+ min, full power to 90 % needs \d+ min\./,
  )
  await row.getByRole('button', { name: 'Fixes for Bus 115' }).click()
  await expect(page).toHaveURL(/fixes=/)
  await tryAgain(
    row,
    row.getByRole('listitem').filter({ hasText: /^Accept the shortfall: \d+(\.\d)? % instead of 90 %/ }),
  )
  await row.getByRole('button', { name: /^Apply: Leave \d+ min later, at/ }).click()
  const said = page.getByText(/Bus 115 now leaves at \d\d:\d\d/).first()
  await expect(said).toBeVisible()
  const undo = await holdUndo(page)
  await expect(row).not.toContainText('Will miss', { timeout: 30_000 })
  await expect(page).not.toHaveURL(/fixes=/)
  await expect(row.getByRole('button', { name: 'Bus 115', exact: true })).toBeFocused()
  await undo.click()
  await expect(row).toContainText('Will miss', { timeout: 30_000 })
})

test('all of it by keyboard: opening the fixes, asking first, going back without a change', async ({ page }) => {
  await page.goto('/')
  const open = rowOf(page, 'Bus 115').getByRole('button', { name: 'Fixes for Bus 115' })
  await open.focus()
  await page.keyboard.press('Enter')
  await expect(open).toHaveAttribute('aria-expanded', 'true')
  const lower = page.getByRole('button', { name: /^Apply: Accept the shortfall/ })
  await tryAgain(rowOf(page, 'Bus 115'), lower)
  await lower.focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Let it leave below its minimum?' })
  await expect(question).toContainText('Its next duty needs 80 %')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(lower).toBeFocused()
  await expect(rowOf(page, 'Bus 115')).toContainText('Will miss')
})

test('the limit of the depot is raised only after a question, for its time alone, and the bus is served', async ({
  page,
  request,
}) => {
  const api = await makeTightDepot(request, 'tight-limit')
  await page.goto('/?depot=tight-limit')
  const row = rowOf(page, 'Tight 1')
  await expect(row).toContainText(CROWDED)
  await row.getByRole('button', { name: 'Fixes for Tight 1' }).click()
  const raise = page.getByRole('button', { name: /^Apply: \+\d+ kW on the limit/ })
  await tryAgain(row, raise)
  await raise.click()
  const question = page.getByRole('dialog', { name: 'Raise the depot’s limit?' })
  await expect(question).toContainText('Make sure that your contract and your fuses allow it')
  await question.getByRole('button', { name: 'Raise the limit' }).click()
  await expect(page.getByText(/The limit is \d+ kW higher/).first()).toBeVisible()
  const undo = await holdUndo(page)
  await expect(row).not.toContainText(CROWDED, { timeout: 30_000 })
  const location = await (await api.get('/locations/tight-limit')).json()
  expect(location.powerLimitkW).toBe(60)
  expect(location.powerLimits.dates.length).toBeGreaterThan(0)
  await undo.click()
  await expect(row).toContainText(CROWDED, { timeout: 30_000 })
  expect((await (await api.get('/locations/tight-limit')).json()).powerLimits?.dates ?? []).toEqual([])
})

test('a schedule tells why each of its steps is as it is: in its table, and by arrow keys on its chart', async ({
  page,
  request,
}) => {
  const api = await makeTightDepot(request, 'tight-steps')
  const { schedules } = await (await api.get('/vehicles/tight-steps-2/schedules')).json()
  await page.goto(`/schedules/${schedules[0].id}?depot=tight-steps`)
  await expect(page.getByRole('columnheader', { name: 'Why' })).toBeVisible()
  await expect(page.getByRole('cell', { name: /The depot is at its limit of 60 kW/ }).first()).toBeVisible()
  await expect(page.getByText('at full power, on top of its margin')).toBeVisible()
  const steps = page.getByRole('slider', { name: /Steps of the plan/ })
  await steps.focus()
  await page.keyboard.press('Home')
  await expect(steps).toHaveValue('0')
  const words: string[] = []
  const count = Number(await steps.getAttribute('max')) + 1
  for (let step = 0; step < count; step++) {
    if (step > 0) {
      await page.keyboard.press('ArrowRight')
      await expect(steps).not.toHaveAttribute('aria-valuetext', words.at(-1) ?? '')
    }
    words.push((await steps.getAttribute('aria-valuetext')) ?? '')
  }
  expect(new Set(words).size).toBe(count)
  expect(words.join(' ')).toMatch(/(Held at|Waits).*the depot is at its limit of 60 kW/)
})

test('a viewer sees what would help and finds no button that does it', async ({ browser, request }) => {
  const api = await integration(request)
  const viewer = { name: 'Veera Viewer', email: 'veera@depot.example', password: 'a passphrase to look' }
  const added = await (await api.post('/staff', { ...viewer, role: 'read' })).json()
  const page = await signedIn(browser, viewer)
  const row = rowOf(page, 'Bus 115')
  await row.getByRole('button', { name: 'Fixes for Bus 115' }).click()
  await tryAgain(row, row.getByText(/^Leave \d+ min later/))
  await expect(row.getByText('A dispatcher can apply one of these.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Apply/ })).toHaveCount(0)
  await page.context().close()
  await api.delete(`/staff/${added.id}`)
})

async function signedIn(browser: Browser, { email, password }: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

test('fixes that cannot be computed say so, and asking again brings them', async ({ page }) => {
  await page.route('**/fixes', (route) => route.abort())
  await page.goto('/')
  const row = rowOf(page, 'Bus 115')
  await row.getByRole('button', { name: 'Fixes for Bus 115' }).click()
  await expect(row.getByText('Looking for the smallest fixes…')).toBeVisible()
  await expect(row.getByRole('alert')).toContainText('This could not be loaded')
  await expectAccessible(page)
  await page.unroute('**/fixes')
  // A search that was ended before it found one says nothing of whether there is one.
  await page.route('**/fixes', (route) => route.fulfill({ json: { fixes: [], incomplete: true } }))
  await tryAgain(row, row.getByText('The search took too long and was ended before it found one.'))
  await page.unroute('**/fixes')
  await tryAgain(row, row.getByText(/^Leave \d+ min later/))
})

for (const { name, width, height } of SCREENS)
  test.describe(name, () => {
    test.use({ viewport: { width, height } })
    test('open fixes, on the board and in the drawer, are accessible and no wider than the screen', async ({
      page,
    }) => {
      await page.goto('/')
      const row = rowOf(page, 'Bus 115')
      await row.getByRole('button', { name: 'Fixes for Bus 115' }).click()
      await tryAgain(row, row.getByText(/^Leave \d+ min later/))
      await expectAccessibleInBothThemes(page)
      await expectNothingWider(page, width)
      await row.getByRole('button', { name: 'Bus 115', exact: true }).click()
      const drawer = page.getByRole('dialog')
      await tryAgain(drawer, drawer.getByText(/^Leave \d+ min later/))
      await expect(
        drawer.getByText(/below its minimum of 80 %\. .* it has \d+ min, full power to 90 % needs/),
      ).toBeVisible()
      await expect(drawer.getByRole('slider', { name: /Steps of the plan/ })).toBeAttached()
      await expectAccessibleInBothThemes(page)
      await expectNothingWider(page, width)
    })
  })
