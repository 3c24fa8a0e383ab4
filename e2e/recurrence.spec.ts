import { expect, test } from '@playwright/test'
import { collectErrors, expectAccessible, expectNothingWider, integration } from '@/e2e/depot'
import { DAY_MS } from '@/lib/time/interval'

/** A Monday some days ahead, so that nothing of the rule has begun. */
const monday = (() => {
  const soon = new Date(Date.now() + 5 * DAY_MS)
  return soon.getTime() + ((8 - soon.getUTCDay()) % 7) * DAY_MS
})()
const date = (days: number) => new Date(monday + days * DAY_MS).toISOString().slice(0, 10)
const named = (days: number) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(monday + days * DAY_MS)
    .replace(',', '')
const day = (days: number) => date(days).replaceAll('-', '')

test('a weekday rule is made with a skipped Friday, changed from a date on, and ended, with overlaps told before', async ({
  page,
  request,
}) => {
  // A long way, on a machine that may be busy.
  test.slow()
  const errors = collectErrors(page)
  const api = await integration(request)
  const bus = { name: 'Rover 88', locationUid: 'demo', fullChargeEnergykWh: 420, maxChargePowerkW: 150 }
  expect((await api.put('/vehicles/rover-88', bus)).ok()).toBe(true)
  const stored = async () => {
    const query = `from=${date(-1)}T00:00:00Z&to=${date(13)}T00:00:00Z&plan=false`
    return (await api.get(`/vehicles/rover-88/schedules?${query}`)).json()
  }
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/fleet/rover-88?depot=demo')
  const form = page.getByRole('dialog')
  const setTime = async (label: string, clock: string) => {
    const field = form.getByLabel(`${label}, time of day`)
    await field.fill(clock)
    await field.press('Tab')
  }

  await page.getByRole('button', { name: 'Add a stay' }).click()
  await form.getByRole('radio', { name: 'Weekly' }).click()
  await form.getByLabel('First arrival', { exact: true }).fill(date(0))
  await setTime('First arrival', '18:00')
  await form.getByLabel('First departure', { exact: true }).fill(date(1))
  await setTime('First departure', '04:30')
  await expect(form.getByRole('region', { name: 'The next 8 dates' }).getByRole('listitem')).toHaveCount(8)
  await form.getByRole('button', { name: `Skip ${named(4)}` }).click()
  await expect(form.getByText(`Skipped: ${named(4)}`)).toBeVisible()
  await expect(form.getByText('It overlaps no other stay')).toBeVisible()
  await expectAccessible(page)
  await expectNothingWider(page, 360)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Recurring' }).getByText('Mon–Fri, 18:00 – 04:30')).toBeVisible()
  const { recurringSchedules, schedules } = await stored()
  expect(recurringSchedules).toMatchObject([{ recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' }])
  const [{ id: rule }] = recurringSchedules
  const ids = schedules.map(({ id }: { id: string }) => id)
  expect(ids).toContain(`${rule}:${day(3)}`)
  expect(ids).not.toContain(`${rule}:${day(4)}`)
  expect(ids).toContain(`${rule}:${day(7)}`)

  await page.setViewportSize({ width: 1440, height: 900 })
  const saturday = { plannedArrivalTime: `${date(5)}T12:00:00Z`, plannedDepartureTime: `${date(6)}T02:00:00Z` }
  expect((await api.post('/vehicles/rover-88/schedules', { schedules: [saturday] })).ok()).toBe(true)
  await page.reload()
  await page.getByRole('button', { name: /^Change the recurring stay/ }).click()
  await expect(form.getByText(`Skipped: ${named(4)}`)).toBeVisible()
  await form.getByRole('button', { name: 'Sat', exact: true }).click()
  await expect(form.getByText(`On ${named(5)} it overlaps the stay of`)).toBeVisible()
  await form.getByRole('button', { name: 'Sat', exact: true }).click()
  await form.getByLabel('From this arrival on', { exact: true }).fill(date(7))
  await form.getByLabel('Its departure', { exact: true }).fill(date(8))
  await setTime('Its departure', '05:00')
  await expect(form.getByText('It overlaps no other stay')).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const after = await stored()
  expect(after.recurringSchedules.map(({ recurrenceRule }: { recurrenceRule: string }) => recurrenceRule)).toEqual([
    `FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=${day(6)}`,
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  ])
  const changed = after.recurringSchedules[1].id
  expect(after.schedules.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining([`${rule}:${day(3)}`, `${changed}:${day(7)}`]),
  )

  await page.getByRole('button', { name: /^Change the recurring stay Mon–Fri.* 18:00 – 04:30/ }).click()
  await form.getByRole('button', { name: `Do not skip ${named(4)}` }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const back = (await stored()).schedules.filter(({ id }: { id: string }) => id.endsWith(day(4)))
  expect(back).toMatchObject([{ id: `${rule}:${day(4)}`, recurringScheduleId: rule }])

  await page.getByRole('button', { name: /^End the recurring stay Mon–Fri, 18:00 – 05:00/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(async () => (await stored()).recurringSchedules.length).toBe(1)
  // Browsers report the refused trial of the overlap as an error, too.
  expect(errors.filter((error) => !error.includes('status of 409'))).toEqual([])
  expect((await api.delete('/vehicles/rover-88')).ok()).toBe(true)
})
