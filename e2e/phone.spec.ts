import { expect, type Page, test } from '@playwright/test'
import { collectErrors, expectAccessible, expectNothingWider, integration, placeOf } from '@/e2e/depot'
import { HOUR_MS } from '@/lib/time/interval'

test('in the yard: the first departure is on the first screen, and a tap shows its plan', async ({ page }) => {
  await page.goto('/?hours=48')
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first).toBeInViewport()
  await first.getByRole('button').first().tap()
  await expect(page.getByRole('dialog').getByText('Departure', { exact: true })).toBeVisible()
})

test('the pages are at the thumb', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Power' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Power' })).toBeVisible()
})

test.describe('on the timeline', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  /** A finger rests on a place until a stay is picked up, then moves to the side. */
  async function restAndDrag(page: Page, { x, y, by }: { x: number; y: number; by: number }): Promise<void> {
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints })
    await touch('touchStart', [{ x, y }])
    await expect(page.locator('section[data-moving]')).toHaveCount(1)
    for (let step = 1; step <= 6; step += 1) await touch('touchMove', [{ x: x + (by * step) / 6, y }])
    await touch('touchEnd', [])
  }

  test('a finger moves a stay, then its end, and sees what that does before it saves', async ({ page, request }) => {
    test.slow()
    const errors = collectErrors(page)
    const api = await integration(request)
    const depot = 'e2e-touch'
    const hour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS
    const at = (hours: number) => new Date(hour + hours * HOUR_MS).toISOString()
    await api.put(`/locations/${depot}`, { name: 'Yard of touch', powerLimitkW: 300, timeZone: 'UTC' })
    const bus = { name: 'Bus 5', locationUid: depot, fullChargeEnergykWh: 400, maxChargePowerkW: 150 }
    await api.put('/vehicles/e2e-touched', bus)
    const stay = { plannedArrivalTime: at(1), plannedDepartureTime: at(6), startSoC: 40, targetSoC: 90 }
    const posted = await api.post('/vehicles/e2e-touched/schedules', { schedules: [stay] })
    const [id] = (await posted.json()).ids
    await api.post(`/locations/${depot}/plan`, {})
    const stored = async () => {
      const { plannedArrivalTime, plannedDepartureTime } = await (await api.get(`/schedules/${id}`)).json()
      return [plannedArrivalTime, plannedDepartureTime]
    }
    const bar = page.locator(`[data-stay="${id}"]`)

    await page.goto(`/timeline?depot=${depot}`)
    const card = page.getByRole('region', { name: 'Move the stay of Bus 5' })
    const save = card.getByRole('button', { name: 'Save' })
    const whole = await placeOf(bar)
    await restAndDrag(page, { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2, by: whole.width / 5 })
    await expect(card.getByText(/Peak/)).toBeVisible()
    await expect(save).toBeInViewport({ ratio: 1 })
    await expectNothingWider(page, 390)
    await expectAccessible(page)
    await save.tap()
    await expect.poll(stored).toEqual([at(2), at(7)])
    await expect(card).toHaveCount(0)

    // It is drawn where it was until what was saved has been read.
    await expect.poll(async () => (await bar.boundingBox())?.x).toBeGreaterThan(whole.x + whole.width / 10)
    const moved = await placeOf(bar)
    const end = { x: moved.x + moved.width - 6, y: moved.y + moved.height / 2, by: -moved.width / 5 }
    await restAndDrag(page, end)
    await expect(card.getByText(/Peak/)).toBeVisible()
    await save.tap()
    await expect.poll(stored).toEqual([at(2), at(6)])
    await expect(card).toHaveCount(0)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(errors).toEqual([])
  })
})
