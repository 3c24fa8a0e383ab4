import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

const PREFIX = '/_next/static/'
const YEAR_S = 31_536_000

/**
 * Serves what pages are made of from the build, compressed as it lies there (`compressStatic`); each name holds one
 * content for ever. Anything else, and a name that is not there, goes on to `next`.
 * @param root the installation's folder
 */
export function staticFiles(root: string) {
  const files = sirv(join(root, '.next', 'static'), { brotli: true, etag: true, maxAge: YEAR_S, immutable: true })
  return (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void => {
    const { url = '/' } = incoming
    if (!url.startsWith(PREFIX)) {
      next()
      return
    }
    incoming.url = url.slice(PREFIX.length - 1)
    let isFound = true
    files(incoming, outgoing, () => {
      isFound = false
    })
    incoming.url = url
    if (!isFound) next()
  }
}
