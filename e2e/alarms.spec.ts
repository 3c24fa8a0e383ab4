import { expect, type Page, test } from '@playwright/test'
import {
  collectErrors,
  expectAccessible,
  expectAccessibleInBothThemes,
  expectNothingWider,
  expectSettled,
  integration,
} from '@/e2e/depot'

const DEPOT = 'e2e-alarms'
/** An alarm is raised half a minute after its fault, and ends a minute after it; a busy machine takes its time. */
const PATIENCE = { timeout: 150_000 }

/** Notifications that the page shows are written down instead. */
async function recordNotices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notices: string[] = []
    class Recorded {
      static permission = 'granted'
      static requestPermission = async () => 'granted'
      onclick = null
      constructor(title: string) {
        notices.push(title)
      }
    }
    Object.assign(window, { Notification: Recorded, notices })
  })
}
const noticesOf = (page: Page) => page.evaluate(() => (window as unknown as { notices: string[] }).notices)

test('a fault is told once in a browser, acknowledged with a name from the board, and in the history when it is over', async ({
  page,
  context,
  request,
}) => {
  test.setTimeout(400_000)
  // A depot of its own, listed last: its chargers report, and nobody else’s do.
  const api = await integration(request)
  await api.put(`/locations/${DEPOT}`, { name: 'Yard with alarms', timeZone: 'UTC' })
  const say = (status: string, errorCode: string) =>
    api.post('/charging-events', {
      events: [
        {
          ...{
            id: `e2e-alarms-${status}-${Date.now()}`,
            type: 'connector-status',
            locationUid: DEPOT,
            status,
            errorCode,
          },
          ...{ stationId: 'CP-4', evseId: '1', connectorId: '1', timestamp: new Date().toISOString() },
        },
      ],
    })
  const errors = collectErrors(page)
  await recordNotices(page)
  await page.goto(`/alarms?depot=${DEPOT}`)
  await expect(page.getByRole('heading', { name: 'Nothing is wrong now' })).toBeVisible()
  await page.getByRole('switch', { name: 'Notifications' }).click()
  await page.getByRole('switch', { name: 'Sound' }).click()
  await expect(page.getByRole('switch', { name: 'Notifications' })).toBeChecked()
  await expectAccessible(page)

  const board = await context.newPage()
  await recordNotices(board)
  await board.goto(`/?depot=${DEPOT}`)
  const bar = board.getByRole('region', { name: 'Alarms' })
  await expect(bar.getByText('No alarms.')).toBeVisible()
  await say('Faulted', 'GroundFailure')
  await expect(bar.getByText('Charger fault')).toBeVisible(PATIENCE)
  await expect(page.getByText('The charger reports a fault: GroundFailure.', { exact: true })).toBeVisible(PATIENCE)
  await expect(board.getByRole('status').filter({ hasText: 'New alarm: Charger fault: CP-4 / 1.' })).toHaveCount(1)
  await expect
    .poll(async () => [...(await noticesOf(page)), ...(await noticesOf(board))])
    .toEqual(['Charger fault: CP-4 / 1'])
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Now' })).toBeVisible()
  expect(await noticesOf(page)).toEqual([])

  for (const width of [390, 360]) {
    await board.setViewportSize({ width, height: 780 })
    await expectSettled(board)
    await expectNothingWider(board, width)
  }
  await expectAccessibleInBothThemes(board)
  await board.setViewportSize({ width: 1440, height: 900 })
  await bar.getByRole('button', { name: 'Acknowledge: Charger fault: CP-4 / 1' }).click()
  const dialog = board.getByRole('dialog', { name: 'Who sees to it?' })
  await dialog.getByLabel('Name').fill('')
  await dialog.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(dialog.getByText('Say who sees to it.')).toBeVisible()
  await dialog.getByLabel('Name').fill('Night desk')
  await board.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(dialog.getByLabel('Name')).toHaveValue('Night desk')
  await expectAccessible(board)
  await dialog.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(dialog).toBeHidden()
  await expect(bar.getByText('1 alarm')).toBeVisible()
  await bar.getByRole('link', { name: 'All alarms' }).click()
  await expect(board.getByText(/Night desk sees to it/)).toBeVisible()
  await expectAccessible(board)

  await say('Available', 'NoError')
  await expect(board.getByText(/Night desk saw to it/)).toBeVisible(PATIENCE)
  await expect(board.getByRole('heading', { name: 'Nothing is wrong now' })).toBeVisible()
  await expectAccessible(board)
  await board.close()
  expect(errors).toEqual([])
})
