import { connect } from 'node:net'
import { given } from '@/e2e/api/given'

export type RawAnswer = { status: number; headers: Map<string, string>; body: string }

const PATIENCE_MS = 20_000

/**
 * Sends bytes as they are, without a client that would tidy them up, and reads the answer until the server closes.
 * @param head the request line and headers; `Host` and `Connection: close` are added
 */
export async function rawRequest(
  head: string[],
  body: string | Uint8Array = '',
  host = new URL(given('apiUrl')).host,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(given('apiUrl'))
  const lines = [...head, `Host: ${host}`, 'Connection: close']
  const received = await new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
      socket.write(body)
    })
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`No answer to ${head[0]}`)))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => resolve(Buffer.concat(chunks)))
    // A server that refuses a large body may close before all of it is sent; what it said before counts.
    socket.on('error', (error) => (chunks.length > 0 ? resolve(Buffer.concat(chunks)) : reject(error)))
    socket.on('close', () => resolve(Buffer.concat(chunks)))
  })
  return parse(received.toString('utf8'))
}

function parse(answer: string): RawAnswer {
  const end = answer.indexOf('\r\n\r\n')
  const [statusLine = '', ...headerLines] = answer.slice(0, end).split('\r\n')
  const headers = new Map(
    headerLines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  const body = answer.slice(end + 4)
  return {
    status: Number(statusLine.split(' ')[1]),
    headers,
    body: headers.get('transfer-encoding') === 'chunked' ? unchunked(body) : body,
  }
}

function unchunked(body: string): string {
  const bytes = Buffer.from(body, 'utf8')
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString(), 16)
    if (!size) break
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
  return Buffer.concat(parts).toString('utf8')
}
