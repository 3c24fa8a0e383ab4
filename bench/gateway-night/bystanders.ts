import type { NightApi } from '@/bench/gateway-night/night-api'
import { NightStation } from '@/bench/gateway-night/night-station'

const ELSEWHERE = 'elsewhere'

/** What no station should say. None of it is ten bad frames in a row, or too long: those may end its own connection. */
const GARBAGE: (string | Buffer)[] = [
  ...['{', '[]', 'null', '[2]', '[2,"a"]', '[2,"a","Nothing",{}]', '[3,"nobody",{}]', '[4,"nobody"]', '["2","x"]'],
  ...[
    '[2,"b","BootNotification",null]',
    '[2,null,"Heartbeat",{}]',
    '[2,{"a":1},"Heartbeat",{}]',
    '[2,"c","Heartbeat",[]]',
  ],
  ...['[2,"d","StatusNotification",{"connectorId":-1,"status":{},"errorCode":7,"timestamp":"?"}]'],
  ...[
    '[2,"e","StartTransaction",{"connectorId":99999999999,"idTag":"\\u0000","meterStart":1e308,"timestamp":"1970-13-45"}]',
  ],
  ...['[2,"f","StopTransaction",{"transactionId":"none","meterStop":null,"timestamp":0}]'],
  ...[
    '[2,"g","MeterValues",{"connectorId":1,"transactionId":9e99,"meterValue":[{"sampledValue":[{"value":"1e999"}]}]}]',
  ],
  ...[`[2,"h","DataTransfer",{"vendorId":"${'x'.repeat(30_000)}"}]`, '[2,"i","__proto__",{"__proto__":{"x":1}}]'],
  Buffer.from([0xff, 0xfe, 0x00, 0x01]),
]

export type Bystanders = {
  step: (now: number) => void
  isBusy: (now: number) => boolean
  faults: () => string[]
  end: () => void
}

/** Another depot: a station that does nothing but stay, and beside it one that talks nonsense all night. */
export async function makeBystanders(api: NightApi, url: string): Promise<Bystanders> {
  await api.call('PUT', `/locations/${ELSEWHERE}`, { name: ELSEWHERE, timeZone: 'UTC', powerLimitkW: 100 })
  const [calm, mad] = await Promise.all([makeStation(api, url, 'CALM'), makeStation(api, url, 'MAD')])
  for (const station of [calm, mad]) station.line.connect()
  let turn = 0
  return {
    step: (now) => {
      for (const station of [calm, mad]) station.step(now, 0)
      if (now % 60_000 === 0) calm.line.say('Heartbeat', () => ({}))
      if (now % 20_000 !== 0 || !mad.line.isOpen) return
      mad.line.blurt(GARBAGE[turn % GARBAGE.length] ?? '')
      mad.line.say('Heartbeat', () => ({}))
      turn += 1
    },
    isBusy: (now) => calm.line.isBusy(now) || mad.line.isBusy(now),
    faults: () => [...calm.line.faults, ...mad.line.faults],
    end: () => {
      for (const station of [calm, mad]) station.line.disconnect()
    },
  }
}

async function makeStation(api: NightApi, url: string, id: string): Promise<NightStation> {
  await api.call('PUT', `/stations/${id}`, { locationUid: ELSEWHERE, evses: [] })
  const { password } = await api.call<{ password: string }>('POST', `/stations/${id}/password`)
  return new NightStation({
    url,
    id,
    password,
    protocol: 'ocpp1.6',
    habit: 'plain',
    evses: 1,
    fullKw: 50,
    random: () => 0,
  })
}
