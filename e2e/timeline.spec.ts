import { expect, test } from '@playwright/test'
import { collectErrors, dragStay, expectAccessible, expectNothingWider, integration } from '@/e2e/depot'
import { HOUR_MS } from '@/lib/time/interval'

const bars = '[data-stay]'

test.beforeEach(async ({ page }) => {
  await page.goto('/timeline')
  await expect(page.locator(bars).first()).toBeVisible()
})

test('stays are reached and opened with the keyboard alone', async ({ page }) => {
  await page.locator(`${bars}[tabindex="0"]`).focus()
  const first = await page.evaluate(() => document.activeElement?.getAttribute('data-stay'))
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-stay'))).not.toBe(first)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('Departure', { exact: true })).toBeVisible()
})

test('the URL holds the zoom, and Now comes back to now', async ({ page }) => {
  await page.getByRole('radio', { name: '7 d' }).click()
  await expect(page).toHaveURL(/span=168/)
  const url = page.url()
  for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: 'Later' }).click()
  await expect(page).not.toHaveURL(url)
  await page.getByRole('button', { name: 'Now' }).click()
  await expect(page.locator(bars).first()).toBeVisible()
})

test('dragging the axis pans, and a drag that ends on a stay does not open it', async ({ page }) => {
  const box = await page.locator(bars).first().boundingBox()
  const axis = await page.locator('[data-wheel-zoom]').first().boundingBox()
  if (!box || !axis) throw new Error('no stay is drawn')
  const before = new URL(page.url()).searchParams.get('at')
  await page.mouse.move(700, axis.y + axis.height / 2)
  await page.mouse.down()
  await page.mouse.move(500, box.y + box.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBe(before)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a stay is moved by an hour with the mouse and by keyboard, its effect is seen before it is saved, and nobody’s change is lost', async ({
  page,
  request,
}) => {
  // A long way, on a machine that may be busy.
  test.slow()
  const errors = collectErrors(page)
  const api = await integration(request)
  const bus = { name: 'Rover 89', locationUid: 'demo', fullChargeEnergykWh: 400, maxChargePowerkW: 150 }
  expect((await api.put('/vehicles/rover-89', bus)).ok()).toBe(true)
  const hour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS
  const at = (hours: number) => new Date(hour + hours * HOUR_MS).toISOString()
  const stay = { plannedArrivalTime: at(3), plannedDepartureTime: at(9), startSoC: 40, targetSoC: 90 }
  const posted = await api.post('/vehicles/rover-89/schedules', { schedules: [stay] })
  const [id] = (await posted.json()).ids
  const stored = async () => {
    const [{ plannedArrivalTime, plannedDepartureTime }] = (
      await (await api.get('/vehicles/rover-89/schedules')).json()
    ).schedules
    return [plannedArrivalTime, plannedDepartureTime]
  }

  await page.goto('/timeline?depot=demo&q=Rover+89')
  const bar = page.locator(`[data-stay="${id}"]`)
  const card = page.getByRole('region', { name: 'Move the stay of Rover 89' })
  await dragStay(page, id, 1 / 6)
  await expect(card.getByText(/Peak/)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectAccessible(page)
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card).toHaveCount(0)
  await expect.poll(stored).toEqual([at(4), at(10)])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(stored).toEqual([at(3), at(9)])

  // What was saved is read again meanwhile, and the bar drawn anew: a key that comes just then is lost.
  const pickUp = () =>
    expect(async () => {
      await bar.focus()
      if (!(await card.isVisible())) await page.keyboard.press('m')
      await expect(card).toBeVisible({ timeout: 3_000 })
    }).toPass()
  await pickUp()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(card.getByText(/Peak/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await pickUp()
  await page.keyboard.press('m')
  await page.keyboard.press('m')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(card.getByText(/Peak/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(stored).toEqual([at(3), at(8)])
  await expect(card).toHaveCount(0)

  await pickUp()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(card.getByText(/Peak/)).toBeVisible()
  const change = { schedules: [{ id, plannedDepartureTime: at(7) }] }
  expect((await api.patch('/vehicles/rover-89/schedules', change)).ok()).toBe(true)
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card.getByRole('alert')).toContainText(/Somebody has changed this stay to .+ meanwhile; you saw/)
  expect(await stored()).toEqual([at(3), at(7)])
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNothingWider(page, 360)
  await expectAccessible(page)
  expect(errors).toEqual([])
  expect((await api.delete('/vehicles/rover-89')).ok()).toBe(true)
})

test('a search leaves the vehicles that fit', async ({ page }) => {
  const name = await page.locator('section ul').first().getAttribute('aria-label')
  await page.getByRole('searchbox').fill(name ?? '')
  await expect(page.locator('section ul').first()).toHaveAttribute('aria-label', name ?? '')
  await expect(page.getByText('1 vehicle', { exact: true })).toBeVisible()
})
