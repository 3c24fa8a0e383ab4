import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers an upgrade request with an error instead, as problem+json (RFC 9457), and ends the connection. */
export function refuseUpgrade(
  socket: Duplex,
  status: number,
  detail: string,
  headers: Record<string, string> = {},
): void {
  if (socket.destroyed || !socket.writable) return
  const title = STATUS_CODES[status] ?? 'Refused'
  const body = JSON.stringify({ type: 'about:blank', title, status, detail })
  const all = {
    ...(status === 401 && { 'WWW-Authenticate': 'Basic realm="OCPP", charset="UTF-8"' }),
    ...headers,
    'Content-Type': 'application/problem+json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${lines.join('')}\r\n${body}`)
}
