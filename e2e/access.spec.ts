import { expect, test } from '@playwright/test'
import { ADMIN, collectErrors, expectAccessible, expectNothingWider, integration } from '@/e2e/depot'

test.describe('signing in', () => {
  test.use({ storageState: { cookies: [], origins: [] } })

  test('a stranger is led to sign in and then to where they wanted to be', async ({ page }) => {
    await page.goto('/power?depot=demo')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await expectAccessible(page)
    await page.getByLabel('E-mail').fill(ADMIN.email)
    await page.getByLabel('Password').fill('not my password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.locator('form').getByRole('alert')).toBeVisible()
    await page.getByLabel('Password').fill(ADMIN.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/power\?depot=demo$/)
    await page
      .getByRole('button', { name: /Account of/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto('/fleet')
    await expect(page).toHaveURL(/\/sign-in/)
  })
})

test('a token for one depot is shown once, reads that depot alone, and is refused after it was revoked', async ({
  page,
  request,
}) => {
  const errors = collectErrors(page)
  const api = await integration(request)
  await api.put('/locations/tram-yard', { name: 'Tram yard' })
  const [mine, others] = [`tram-${Date.now()}`, `elsewhere-${Date.now()}`]
  await api.put(`/vehicles/${mine}`, { locationUid: 'tram-yard' })
  await api.put(`/vehicles/${others}`, { locationUid: 'demo' })

  await page.goto('/settings?tab=api')
  await page.getByRole('button', { name: 'New token' }).first().click()
  await page.getByLabel('Name').fill('Timetable system')
  await page.getByLabel('Tram yard').check()
  await expect(page.getByLabel('All depots')).not.toBeChecked()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make the token' }).click()
  const secret = await page.getByRole('textbox', { name: 'Refresh token' }).inputValue()
  await page.getByRole('button', { name: 'I have copied it' }).click()
  const row = page.getByRole('row', { name: /Timetable system/ })
  await expect(row).toContainText('Tram yard')
  await expect(page.getByText(secret)).toHaveCount(0)

  const exchange = () => request.get('/api/auth/refreshAccessToken', { headers: { authorization: `Bearer ${secret}` } })
  const { token } = await (await exchange()).json()
  const headers = { authorization: `Bearer ${token}` }
  const status = async (path: string) => (await request.get(`/api${path}`, { headers })).status()
  const { vehicles } = await (await request.get('/api/vehicles', { headers })).json()
  expect(vehicles.map(({ vehicle }: { vehicle: { id: string } }) => vehicle.id)).toEqual([mine])
  expect([await status(`/vehicles/${mine}`), await status(`/vehicles/${others}`)]).toEqual([200, 404])
  expect([await status('/locations/tram-yard/schedules'), await status('/locations/demo/schedules')]).toEqual([
    200, 404,
  ])
  const moved = await request.patch(`/api/vehicles/${mine}`, { headers, data: { locationUid: 'demo' } })
  expect(moved.ok()).toBe(false)
  expect(await status('/auth/tokens')).toBe(401)

  await page.getByRole('button', { name: 'Calls of Timetable system' }).click()
  const calls = page.getByRole('dialog', { name: 'Calls of Timetable system' })
  await expect(calls.getByRole('row', { name: `GET /vehicles/${mine} 200` })).toBeVisible()
  await calls.getByRole('radio', { name: 'Refused' }).click()
  await expect(calls.getByRole('row', { name: `GET /vehicles/${others} 404` })).toBeVisible()
  await expect(calls.getByRole('row', { name: `GET /vehicles/${mine} 200` })).toHaveCount(0)
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNothingWider(page, 360)
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Revoke Timetable system' }).click()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(page.getByText('Timetable system is revoked.').first()).toBeVisible()
  await expect(row).toContainText('revoked')
  await expect(row.getByRole('button')).toHaveText('Calls')
  expect((await exchange()).status()).toBe(401)
  await expect.poll(() => status(`/vehicles/${mine}`)).toBe(401)
  expect(errors).toEqual([])
  await api.delete(`/vehicles/${others}`)
})

test('an administrator adds a viewer, who looks but finds nothing to change', async ({ page, browser }) => {
  const viewer = { name: 'Ville Viewer', email: 'ville@depot.example', password: 'another passphrase' }
  await page.goto('/settings?tab=staff')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByLabel('Name').fill(viewer.name)
  await page.getByLabel('E-mail').fill(viewer.email)
  await page.getByLabel('Role').selectOption('read')
  await page.getByLabel('First password').fill('short')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'at least 10 characters' })).toBeVisible()
  await page.getByLabel('First password').fill(viewer.password)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('row', { name: /Ville Viewer/ })).toContainText('Viewer')

  const theirs = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const their = await theirs.newPage()
  await their.goto('/sign-in')
  await their.getByLabel('E-mail').fill(viewer.email)
  await their.getByLabel('Password').fill(viewer.password)
  await their.getByRole('button', { name: 'Sign in' }).click()
  await expect(their).toHaveURL(/\/$/)
  await their.goto('/settings')
  await expect(their.getByText('Only administrators change settings')).toBeVisible()
  await expect(their.getByRole('button', { name: 'Save' })).toHaveCount(0)
  await theirs.close()

  await page.getByRole('button', { name: 'Remove Ville Viewer?' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('Ville Viewer is removed.').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /Ville Viewer/ })).toHaveCount(0)
})
