// npm run simulate -- --url http://localhost:3000 --location ID [--speed 60] [--faults] --token TOKEN
import { parseArgs } from 'node:util'
import { signIn } from '@/lib/import/api-client'
import { usualFaults } from '@/lib/simulator/night'
import { playNight } from '@/lib/simulator/play-night'
import { prepareDepot } from '@/lib/simulator/prepare-depot'

const USAGE = `Plays the coming night of a depot with simulated charging stations and vehicles, over the real gateway.

  npm run simulate -- --location ID --token TOKEN [options]

  --location ID   the depot whose schedules are played
  --token TOKEN   a refresh token with the role admin, because stations are made; or READYLINE_TOKEN
  --url URL       where Readyline runs (http://localhost:3000)
  --speed N       how many times faster (1); above 1 the night is played at a copy of the depot, ID-sim
  --faults        one vehicle late, one missing, one without a state of charge, a fault, an hour offline`

const { values } = parseArgs({
  options: {
    token: { type: 'string', default: process.env.READYLINE_TOKEN },
    url: { type: 'string', default: process.env.READYLINE_URL ?? 'http://localhost:3000' },
    location: { type: 'string' },
    speed: { type: 'string', default: '1' },
    faults: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const speed = Number(values.speed)
if (values.help || !values.location || !values.token || !(speed >= 1) || !URL.canParse(values.url)) {
  console.error(USAGE)
  process.exit(values.help ? 0 : 2)
}

try {
  const { location: locationUid, url, token } = values
  const api = await signIn(url, token)
  const prepared = await prepareDepot(api, { url, locationUid, speed, now: Date.now() })
  const { stays, stations } = prepared
  console.log(`${stays.length} stays at ${prepared.locationUid}, ${stations.length} stations. Ctrl-C ends it.`)
  const end = new AbortController()
  process.once('SIGINT', () => end.abort())
  const faults = values.faults ? usualFaults(stays, stations.length, speed) : {}
  const report = await playNight({ stations, stays, faults, signal: end.signal, say: (line) => console.log(line) })
  const ready = report.departures.filter(({ soc, targetSoc }) => soc >= targetSoc - 1)
  console.log(`${ready.length} of ${report.departures.length} left ready; ${report.missing.length} never came;`)
  console.log(`${report.withoutPlace.length} found no place; the vehicles' peak was ${report.peakKw.toFixed(0)} kW.`)
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
