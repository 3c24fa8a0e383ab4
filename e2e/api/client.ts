import { randomBytes } from 'node:crypto'
import { given } from '@/e2e/api/given'

export type Answer = {
  status: number
  headers: Headers
  // Tests look into bodies of every shape, wrong ones too.
  // biome-ignore lint/suspicious/noExplicitAny: the body of an answer under test has no known shape
  body: any
}

export type CallOptions = {
  token?: string | null
  body?: unknown
  rawBody?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  /** Another server process than the run's own. */
  url?: string
}

/** Calls the API as an administrator unless told otherwise (`token: null` sends none). */
export async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const token = options.token === undefined ? await adminToken() : options.token
  const headers = new Headers(options.headers)
  if (token !== null && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`)
  const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
  if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json')
  const response = await fetch(`${options.url ?? given('apiUrl')}/api${path}`, { method, headers, body })
  // A stream has no end to wait for.
  const isStream = /event-stream/.test(response.headers.get('content-type') ?? '')
  if (isStream) await response.body?.cancel()
  const text = isStream ? '' : await response.text()
  const json = text !== '' && /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text }
}

let admin: Promise<string> | undefined

/** An access token of the bootstrap refresh token. */
export function adminToken(): Promise<string> {
  admin ??= exchange(given('bootstrapToken'))
  return admin
}

/** Exchanges a refresh token for an access token. */
export async function exchange(refreshToken: string): Promise<string> {
  const { body } = await call('GET', '/auth/refreshAccessToken', { token: refreshToken })
  return body.token
}

/** An access token of a new refresh token with this role, narrowed to these locations. */
export async function tokenFor(role: 'read' | 'write' | 'admin', locationUids?: string[]): Promise<string> {
  const { body } = await call('POST', '/auth/tokens', { body: { name: unique('token'), role, locationUids } })
  return exchange(body.refreshToken)
}

/** A name that no other test has used. */
export function unique(prefix: string): string {
  return `${prefix}-${randomBytes(5).toString('hex')}`
}

/** A new location; returns its id. */
export async function makeLocation(settings: Record<string, unknown> = {}): Promise<string> {
  const uid = unique('depot')
  await call('PUT', `/locations/${uid}`, { body: settings })
  return uid
}

/** A new vehicle that can be planned; returns its id. */
export async function makeVehicle(attributes: Record<string, unknown> = {}): Promise<string> {
  const id = unique('bus')
  await call('PUT', `/vehicles/${id}`, {
    body: { fullChargeEnergykWh: 400, maxChargePowerkW: 150, supportsPauseResume: true, ...attributes },
  })
  return id
}

/** A vehicle that takes its full power at every state of charge: what it takes then is plain arithmetic. */
export function makeVehicleWithoutTaper(attributes: Record<string, unknown> = {}): Promise<string> {
  const powerkW = 150
  return makeVehicle({
    chargingCurve: [0, 100].map((soc) => ({ soc, powerkW })),
    maxChargePowerkW: powerkW,
    ...attributes,
  })
}

/** A MAC address that no other test has used. */
export function uniqueMac(): string {
  return (randomBytes(6).toString('hex').match(/../g) ?? []).join(':').toUpperCase()
}
