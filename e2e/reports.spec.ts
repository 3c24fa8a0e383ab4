import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { numberWords } from '@/components/format/number-format'
import { currentPeriod, type ReportPeriod } from '@/components/reports/report-period'
import { collectErrors, expectAccessible, expectNothingWider, integration } from '@/e2e/depot'
import { speakIn } from '@/e2e/look'
import { asPaper, expectOnPaper } from '@/e2e/paper'
import { LANGUAGES } from '@/lib/contract/enumerations'

const HOUR = 3_600_000
const QUARTER = HOUR / 4
const UID = 'ore-terminal'

type Api = Awaited<ReturnType<typeof integration>>

/** A vehicle that charged at this power for so many quarter-hours, as its charger reported it. */
async function hasCharged(api: Api, number: number, from: number, powerkW: number, quarters: number): Promise<void> {
  const vehicleId = `ore-${number}`
  await api.put(`/vehicles/${vehicleId}`, {
    ...{ name: `Ore ${number}`, locationUid: UID, fullChargeEnergykWh: 400, maxChargePowerkW: 150 },
    chargingPorts: [{ macAddress: `02:00:00:00:0E:0${number}`, type: 'CCS2' }],
  })
  const event = (type: string, at: number, more: object = {}) => ({
    ...{ id: `${vehicleId} ${type} ${at}`, type, timestamp: new Date(at).toISOString(), vehicleId, locationUid: UID },
    ...{ stationId: `ore-station-${number}`, evseId: '1', transactionId: `ore-tx-${number}` },
    ...more,
  })
  const end = from + quarters * QUARTER
  const meters = Array.from({ length: quarters }, (_, index) =>
    event('meter', from + (index + 1) * QUARTER, { powerkW, energykWh: ((index + 1) * powerkW) / 4 }),
  )
  const stopped = [
    event('charging-stopped', end, { energykWh: (quarters * powerkW) / 4 }),
    event('ev-disconnected', end),
  ]
  const begun = [event('ev-connected', from), event('charging-started', from, { energykWh: 0 })]
  const { results } = await (await api.post('/charging-events', { events: [...begun, ...meters, ...stopped] })).json()
  expect(new Set(results.map(({ status }: { status: string }) => status))).toEqual(new Set(['accepted']))
}

/** The rows of the CSV file that a part of the page gives. */
async function csvOf(page: Page, part: string): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download CSV: ${part}` }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data
}

const sumOf = (rows: Record<string, string>[], name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0)

test('the report of a month and of a week shows what was charged, and its days and vehicles add up to it', async ({
  page,
  request,
  baseURL,
}) => {
  const errors = collectErrors(page)
  const api = await integration(request)
  const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
  const weekly = days.map((day) => ({ day, from: '00:00', to: '24:00', perkWh: 0.2 }))
  await api.put(`/locations/${UID}`, {
    ...{ name: 'Ore terminal', timeZone: 'UTC' },
    tariff: { currency: 'EUR', demandChargePerkW: 10, dates: [], weekly },
  })
  const midnight = (Math.floor(Date.now() / (24 * HOUR)) - 40) * 24 * HOUR
  await hasCharged(api, 1, midnight + 2 * HOUR, 60, 8)
  await hasCharged(api, 2, midnight + 3 * HOUR, 100, 6)

  for (const kind of ['month', 'week'] as const) {
    const period: ReportPeriod = currentPeriod(kind, midnight, 'UTC')
    await page.goto(`/reports?depot=${UID}&${kind}=${period.value}`)
    const totals = page.getByRole('region', { name: 'Energy, cost and peak' })
    const answer = await (await api.get(`/locations/${UID}/reports?${kind}=${period.value}`)).json()
    expect(answer.actual).toMatchObject({ energykWh: 270, peak15kW: 160, energyCost: 54 })
    const inRow = (name: string) => totals.getByRole('row', { name }).getByRole('cell').first()
    await expect(inRow('Vehicles’ energy, kWh')).toHaveText('270')
    await expect(inRow('Cost of that energy')).toHaveText('€54')
    await expect(inRow('Together')).toHaveText(`€${numberWords(answer.actual.cost, 'en-GB')}`)
    await expect(inRow('Site peak, kW')).toHaveText('160.0')
    await expect(inRow('Its quarter-hour')).toContainText('03:00 – 03:15')
    await expect(page.getByText('All of the energy is what chargers reported.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Vehicles' }).getByRole('row', { name: /Ore 2/ })).toContainText(
      '150',
    )

    const ofDays = await csvOf(page, 'Days')
    expect(ofDays).toHaveLength(answer.days.length)
    expect(sumOf(ofDays, 'energykWh')).toBeCloseTo(answer.actual.energykWh, 3)
    expect(Math.max(...ofDays.map(({ peak15kW }) => Number(peak15kW)))).toBe(answer.actual.peak15kW)
    const ofVehicles = await csvOf(page, 'Vehicles')
    expect(ofVehicles.map(({ vehicleName, energykWh }) => [vehicleName, Number(energykWh)])).toEqual([
      ['Ore 2', 150],
      ['Ore 1', 120],
    ])
    await expectAccessible(page)
  }
  await page.getByRole('radio', { name: 'Month' }).click()
  await expect(page).toHaveURL(/month=/)
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNothingWider(page, 360)
  expect(errors).toEqual([])

  await asPaper(page)
  try {
    for (const language of LANGUAGES) {
      await speakIn(page.request, language, baseURL)
      await page.goto(`/reports?depot=${UID}&month=${currentPeriod('month', midnight, 'UTC').value}`)
      await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible()
      await expectOnPaper(page, `the report in ${language}`)
    }
  } finally {
    await speakIn(page.request, null, baseURL)
  }
})
