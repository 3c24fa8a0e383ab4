import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import sirv from 'sirv'

const PREFIX = '/_next/static/'
const YEAR_S = 31_536_000

/**
 * Serves what pages are made of from the build, compressed as it lies there (`compressStatic`); each name holds one
 * content for ever. Anything else, and a name that is not there, goes on to `next`.
 * @param root the installation's folder
 */
export function staticFiles(root: string) {
  const options = { brotli: true, gzip: true, etag: true, maxAge: YEAR_S, immutable: true }
  const files = sirv(join(root, '.next', 'static'), options)
  return (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void => {
    const { url = '/' } = incoming
    if (!url.startsWith(PREFIX)) {
      next()
      return
    }
    const followFile = (file: Readable) => follow(file, outgoing)
    outgoing.once('pipe', followFile)
    // A browser loads them whole, and a range that cannot be would be thrown by the file.
    delete incoming.headers.range
    incoming.url = url.slice(PREFIX.length - 1)
    let isFound = true
    files(incoming, outgoing, () => {
      isFound = false
    })
    incoming.url = url
    if (isFound) return
    outgoing.off('pipe', followFile)
    next()
  }
}

/** A file that is gone, because a new build has replaced it, ends its answer and nothing else; nor does one stay open. */
function follow(file: Readable, outgoing: ServerResponse): void {
  file.once('error', () => outgoing.destroy())
  outgoing.once('close', () => file.destroy())
}
