import { expect, test } from '@playwright/test'
import { WebSocket } from 'ws'
import { expectAccessible, expectSettled, integration } from '@/e2e/depot'

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
