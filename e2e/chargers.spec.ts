import { expect, test } from '@playwright/test'
import { WebSocket } from 'ws'
import { expectAccessible, expectSettled, integration, tryAgain } from '@/e2e/depot'

/** A charging station that is connected and sends a few messages of OCPP 1.6. */
async function connect(url: string, id: string, password: string): Promise<WebSocket> {
  const authorization = `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`
  const socket = new WebSocket(url, ['ocpp1.6'], { headers: { authorization } })
  socket.on('message', (data) => {
    const [type, messageId] = JSON.parse(String(data))
    if (type === 2) socket.send(JSON.stringify([3, messageId, { status: 'Accepted' }]))
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  let count = 0
  const call = (action: string, payload: object) => socket.send(JSON.stringify([2, `m${++count}`, action, payload]))
  call('BootNotification', { chargePointVendor: 'Ampère', chargePointModel: 'DC 300' })
  call('StatusNotification', { connectorId: 1, status: 'Faulted', errorCode: 'HighTemperature' })
  return socket
}

test('a charging station is added in Settings, connects, and stands on the chargers’ page with its fault in words', async ({
  page,
  baseURL,
  request,
}) => {
  // A depot of its own, listed last: from its first message on, a depot knows which vehicles are there.
  const api = await integration(request)
  await api.put('/locations/e2e-chargers', { name: 'Yard with chargers' })
  await page.goto('/settings?tab=stations&depot=e2e-chargers')
  await expectSettled(page)
  await page.getByRole('button', { name: 'Add', exact: true }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Identity').fill('e2e-CP-1')
  await form.getByLabel('Parking place').fill('Row E, 1')
  await form.getByRole('button', { name: 'Add and make its password' }).click()
  const secret = page.getByRole('dialog', { name: 'Enter this in the station' })
  await expect(secret.getByText('Waiting for its first message')).toBeVisible()
  const password = await secret.getByLabel('Password', { exact: true }).inputValue()
  expect(await secret.getByLabel('Address', { exact: true }).inputValue()).toMatch(/\/ocpp\/e2e-CP-1$/)
  const url = `${(baseURL ?? '').replace(/^http/, 'ws')}/ocpp/e2e-CP-1`
  const socket = await connect(url, 'e2e-CP-1', password)
  await expect(secret.getByText('It is there: Ampère, DC 300')).toBeVisible()
  await expectAccessible(page)
  await secret.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Chargers' }).click()
  const row = page.getByRole('row', { name: /Row E, 1/ })
  await expect(row.getByText('It is too hot inside.')).toBeVisible()
  await row.getByRole('button', { name: 'Actions for Row E, 1' }).click()
  await page.getByRole('menuitem', { name: 'Unlock the plug' }).click()
  const question = page.getByRole('dialog', { name: 'Unlock the plug at Row E, 1?' })
  await question.getByRole('button', { name: 'Unlock the plug' }).click()
  await expect(question.getByText('The station has agreed')).toBeVisible()
  await question.getByRole('button', { name: 'Close' }).first().click()
  socket.close()
  await expect(row.getByText('Offline')).toBeVisible()
})

test('adding a station goes on where it stopped: the station was made, and its password was not', async ({
  page,
  request,
}) => {
  const api = await integration(request)
  await api.put('/locations/e2e-half', { name: 'Yard half made' })
  await page.goto('/settings?tab=stations&depot=e2e-half')
  await page.getByRole('button', { name: 'Add', exact: true }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Identity').fill('e2e-CP-half')
  await page.route('**/api/stations/*/password', (route) => route.abort(), { times: 1 })
  await form.getByRole('button', { name: 'Add and make its password' }).click()
  await expect(form.getByText('The server cannot be reached')).toBeVisible()
  await form.getByRole('button', { name: 'Add and make its password' }).click()
  const secret = page.getByRole('dialog', { name: 'Enter this in the station' })
  await expect(secret.getByText('Waiting for its first message')).toBeVisible()
  await secret.getByRole('button', { name: 'Done' }).click()
  await page
    .getByRole('row', { name: /e2e-CP-half/ })
    .getByRole('button', { name: 'New password' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'New password' }).click()
  await expect(secret.getByLabel('Password', { exact: true })).toBeVisible()
  await expect(secret.getByRole('status')).toHaveCount(0)
  await secret.getByRole('button', { name: 'Done' }).click()

  await page.getByRole('button', { name: 'Change e2e-CP-half' }).click()
  const change = page.getByRole('dialog', { name: 'Change e2e-CP-half' })
  await expect(change.getByRole('group', { name: 'Outlet 1' }).getByLabel('Most power')).toHaveValue('150')
  await change.getByLabel('Most power of the whole station').fill('-3')
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(change.getByRole('alert')).toBeVisible()
  await change.getByLabel('Most power of the whole station').fill('120')
  await change.getByRole('group', { name: 'Outlet 1' }).getByLabel('Most power').fill('80')
  await expectAccessible(page)
  await change.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('e2e-CP-half is changed.', { exact: true })).toBeVisible()
  const body = await (await api.get('/stations/e2e-CP-half')).json()
  expect(body).toMatchObject({ maxPowerkW: 120, evses: [{ evseId: 1, maxPowerkW: 80 }] })
})

test('who stands at a charger can be said only once the vehicles are there, and a list that fails is asked for again', async ({
  page,
  request,
}) => {
  const api = await integration(request)
  await api.put('/locations/e2e-strangers', { name: 'Yard with a stranger' })
  await api.put('/vehicles/e2e-guest', { name: 'Guest 1', locationUid: 'e2e-strangers' })
  const station = { locationUid: 'e2e-strangers', allowWithoutPassword: true, evses: [{ evseId: 1 }] }
  await api.put('/stations/e2e-CP-guest', station)
  await page.route('**/api/vehicles?*', (route) => route.fulfill({ status: 404, json: { detail: 'Not now.' } }))
  await page.route('**/api/locations/e2e-strangers/stations', async (route) => {
    const body = await (await route.fetch()).json()
    Object.assign(body.stations[0], { online: true, lastSeen: new Date().toISOString() })
    Object.assign(body.stations[0].evses[0], { status: 'Occupied', transactionId: '7' })
    await route.fulfill({ json: body })
  })
  await page.goto('/chargers?depot=e2e-strangers')
  await page.getByRole('button', { name: 'Say which vehicle' }).click()
  const question = page.getByRole('dialog')
  await expect(question.getByText('Not now.')).toBeVisible()
  await page.unroute('**/api/vehicles?*')
  await tryAgain(question, question.getByLabel('Vehicle'))
  await question.getByLabel('Vehicle').selectOption('Guest 1')
})
