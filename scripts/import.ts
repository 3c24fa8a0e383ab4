// npm run import -- FILE --url http://localhost:3000 --token TOKEN [--location ID] [--shift-to-now] [--skip-invalid]
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { isTimeZone } from '@/lib/contract/location'
import { signIn } from '@/lib/import/api-client'
import { decodeText } from '@/lib/import/decode-text'
import { type BadRow, readImportFile } from '@/lib/import/import-file'
import { type ImportSummary, runImport } from '@/lib/import/run-import'

const USAGE = `Loads vehicles and schedules from a JSON file through the API.

  npm run import -- FILE --token TOKEN [options]

  --token TOKEN       a refresh token with the role write (admin, where the depot is to be made); or READYLINE_TOKEN
  --url URL           where Readyline runs (http://localhost:3000)
  --location ID       put every stay at this depot, whatever the file says; it is made when it does not exist
  --time-zone ZONE    the zone of a depot that has to be made, such as Europe/Helsinki (UTC)
  --shift-to-now      replay the file's week around now, by whole weeks on the depot's clock
  --skip-invalid      load the good rows although others are bad`

function readText(file: string): string {
  try {
    return decodeText(readFileSync(file))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Error(`${file} is not text in UTF-8 or UTF-16.`)
  }
}

/** A mistake in the command line: exit code 2. */
class Usage extends Error {}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      token: { type: 'string', default: process.env.READYLINE_TOKEN },
      url: { type: 'string', default: process.env.READYLINE_URL ?? 'http://localhost:3000' },
      location: { type: 'string' },
      'time-zone': { type: 'string' },
      'shift-to-now': { type: 'boolean', default: false },
      'skip-invalid': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new Usage('Name one file to import.')
  if (!values.token) throw new Usage('Give a refresh token with --token. Settings → API access makes one.')
  if (!URL.canParse(values.url))
    throw new Usage(`--url must be an address such as http://localhost:3000, not ${values.url}.`)
  if (values['time-zone'] && !isTimeZone(values['time-zone']))
    throw new Usage(`${values['time-zone']} is no IANA time zone.`)
  return { ...values, file, token: values.token }
}

function sayBadRows(badRows: BadRow[], skip: boolean): void {
  console.error(`${badRows.length} ${badRows.length === 1 ? 'row is' : 'rows are'} not valid:`)
  for (const { row, faults } of badRows) console.error(`  ${row}: ${faults.join('; ')}`)
  console.error(skip ? 'They are left out.' : 'Nothing was loaded. Mend them, or load the others with --skip-invalid.')
}

/** A bar on a terminal, a line a step elsewhere. */
function progress() {
  const bar = new SingleBar(
    { format: '{step} [{bar}] {value}/{total}', hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  )
  let current = ''
  return {
    show(step: string, done: number, total: number) {
      if (!process.stdout.isTTY) {
        if (done === total) console.log(`${step}: ${done} of ${total}`)
        return
      }
      if (step !== current) {
        if (current) bar.stop()
        bar.start(total, 0, { step: step.padEnd(10) })
        current = step
      }
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}

function say(summary: ImportSummary): void {
  const { newVehicles, changedVehicles, sameVehicles, newSchedules, changedSchedules, sameSchedules, past, refused } =
    summary
  for (const uid of summary.madeLocations)
    console.log(`Made the depot ${uid}. Its settings (time zone, limit, tariff) are under Settings → Depot.`)
  console.log(`Vehicles:  ${newVehicles} new, ${changedVehicles} changed, ${sameVehicles} unchanged`)
  console.log(
    `Schedules: ${newSchedules} new, ${changedSchedules} changed, ${sameSchedules} unchanged${past > 0 ? `, ${past} of them departed already and were left out` : ''}`,
  )
  for (const sentence of refused) console.error(`Refused: ${sentence}`)
}

async function main(): Promise<number> {
  const options = readOptions()
  if (!options) {
    console.log(USAGE)
    return 0
  }
  const { file, badRows } = readImportFile(readText(options.file))
  if (badRows.length > 0) sayBadRows(badRows, options['skip-invalid'])
  if (badRows.length > 0 && !options['skip-invalid']) return 1
  const bar = progress()
  try {
    const api = await signIn(options.url, options.token)
    const summary = await runImport(api, file, {
      locationUid: options.location,
      timeZone: options['time-zone'],
      shiftToNow: options['shift-to-now'],
      now: Date.now(),
      onProgress: bar.show,
    })
    bar.stop()
    say(summary)
    return summary.refused.length > 0 ? 1 : 0
  } finally {
    bar.stop()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const usage = error instanceof Usage || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  console.error(error instanceof Error ? error.message : String(error))
  if (usage) console.error(`\n${USAGE}`)
  process.exitCode = usage ? 2 : 1
}
