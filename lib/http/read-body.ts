import { malformed, Refusal } from '@/lib/errors'
import { parseJson } from '@/lib/http/parse-json'
import { limits } from '@/lib/limits'
import { inSlices } from '@/lib/slices'

/** The largest body that is read. */
export const MAX_BYTES = 5 * 1024 * 1024
/** A body that is too large is read to its end and thrown away, up to here: who is still sending would miss the answer. */
const MAX_DISCARDED_BYTES = 32 * 1024 * 1024

/**
 * Reads a JSON body.
 * @throws Refusal 415 for another or no media type, 413 over 5 MiB or 10,000 properties in one object, 400 for what is not
 * JSON in UTF-8 or nests over 64 levels, 408 for what has not come in within a minute
 */
export async function readJson(request: Request): Promise<unknown> {
  checkMediaType(request)
  const text = decode(await readBytes(request))
  if (text.trim() === '') throw malformed([{ path: '', message: 'the body must be JSON, but it is empty' }])
  try {
    return await inSlices(parseJson(text))
  } catch (error) {
    if (error instanceof Refusal) throw error
    const where = error instanceof Error ? /position \d+/.exec(error.message)?.[0] : undefined
    throw malformed([{ path: '', message: `the body must be JSON${where ? `; it is broken at ${where}` : ''}` }])
  }
}

/** Whether a request comes without a body; some clients announce JSON all the same. */
export function isBodyless({ body, headers }: Request): boolean {
  if (body === null || headers.get('content-length') === '0') return true
  return ['content-length', 'transfer-encoding', 'content-type'].every((name) => headers.get(name) === null)
}

function checkMediaType(request: Request): void {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase())
  if (type !== 'application/json')
    throw new Refusal('unsupportedMediaType', 'Send the body as JSON with the header Content-Type: application/json.')
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '')
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    throw new Refusal('unsupportedMediaType', 'Send the body in UTF-8.')
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.trim().toLowerCase() !== 'identity')
    throw new Refusal('unsupportedMediaType', 'Send the body uncompressed, without Content-Encoding.')
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > MAX_DISCARDED_BYTES) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const time = startTime(limits.bodyMs)
  try {
    return await readParts(() => Promise.race([reader.read(), time.over]))
  } catch (error) {
    await reader.cancel().catch(() => undefined)
    throw error
  } finally {
    time.clear()
  }
}

async function readParts(next: () => Promise<{ done: boolean; value?: Uint8Array }>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await next()
    if (done || !value) break
    size += value.byteLength
    if (size <= MAX_BYTES) chunks.push(value)
    else chunks.length = 0
    if (size > MAX_DISCARDED_BYTES) throw tooLarge()
  }
  if (size > MAX_BYTES) throw tooLarge()
  return Buffer.concat(chunks)
}

/** `over` is rejected when the time is over. */
function startTime(longestMs: number): { over: Promise<never>; clear: () => void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), longestMs)
  })
  return { over, clear: () => clearTimeout(timer) }
}

function tooSlow(): Refusal {
  return new Refusal('tooSlow', `The body has not come in within ${limits.bodyMs / 1000} s. Send it again, faster.`, {
    headers: { Connection: 'close' },
  })
}

function tooLarge(): Refusal {
  return new Refusal('tooLarge', 'The body is over 5 MiB. Send it in parts.')
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw malformed([{ path: '', message: 'the body must be UTF-8' }])
  }
}
