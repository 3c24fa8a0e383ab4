import { env } from '@/lib/env'

type Configuration = { publicUrl?: string; trustProxy: boolean }

/**
 * Whether the `Origin` of a request is the app's own, so that no other site can write with a staff member's cookie.
 * Own is: PUBLIC_URL; what the request itself was sent to (`Host`; behind a trusted proxy `X-Forwarded-Host` and
 * `-Proto`); and the https page of that same host, because TLS may end in front of us. A plain http page of a site that
 * is served over https is not. A missing or opaque (`null`) origin is not.
 */
export function isOwnOrigin(request: Request, configuration: Configuration = env()): boolean {
  const origin = request.headers.get('origin')
  if (!origin || !/^https?:\/\//.test(origin)) return false
  if (origin === configuration.publicUrl) return true
  const forwarded = (name: string) =>
    configuration.trustProxy ? request.headers.get(name)?.split(',').at(-1)?.trim() : undefined
  const host = (forwarded('x-forwarded-host') ?? request.headers.get('host'))?.toLowerCase()
  if (!host) return false
  const scheme = forwarded('x-forwarded-proto') ?? new URL(request.url).protocol.replace(':', '')
  return origin === `https://${withoutPort(host, '443')}` || origin === `${scheme}://${withoutPort(host, '80')}`
}

/** Browsers leave a scheme's own port out of `Origin`; `Host` may have it. */
function withoutPort(host: string, port: string): string {
  return host.endsWith(`:${port}`) ? host.slice(0, -port.length - 1) : host
}
