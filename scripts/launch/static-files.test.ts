import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compressStatic } from '@/scripts/launch/compress-static'
import { staticFiles } from '@/scripts/launch/static-files'

const SCRIPT = 'export const answer = 42\n'.repeat(200)
let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A server of a build with one script. @returns the folder of its files, and how to ask for one */
async function built() {
  const root = mkdtempSync(join(tmpdir(), 'readyline-static-'))
  const folder = join(root, '.next', 'static')
  mkdirSync(join(folder, 'chunks'), { recursive: true })
  writeFileSync(join(folder, 'chunks', 'app.js'), SCRIPT)
  writeFileSync(join(root, '.next', 'secret.js'), 'of the server')
  await compressStatic(folder)
  const files = staticFiles(root)
  server = createServer((incoming, outgoing) => files(incoming, outgoing, () => outgoing.writeHead(404).end('next')))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}/_next/static${path}`, { headers })
  return { folder, get }
}

test.each(['br', 'gzip'])('a script comes as %s where the browser takes that', async (encoding) => {
  const { get } = await built()
  const answer = await get('/chunks/app.js', { 'accept-encoding': encoding })
  expect(answer.headers.get('content-encoding')).toBe(encoding)
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 10)
  expect(answer.headers.get('cache-control')).toBe('public,max-age=31536000,immutable')
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(await answer.text()).toBe(SCRIPT)
})

test('a script comes as it is where the browser takes nothing else, and whole whatever part is asked for', async () => {
  const { get } = await built()
  const answer = await get('/chunks/app.js', { 'accept-encoding': 'identity', range: 'bytes=500-100' })
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null])
  expect(await answer.text()).toBe(SCRIPT)
})

test('a name that is not there goes on, and none leads out of the folder', async () => {
  const { get } = await built()
  for (const path of ['/chunks/other.js', '/../secret.js', '/%2e%2e/secret.js', '/chunks/%'])
    expect((await get(path)).status, path).toBe(404)
})

test('a script that a new build has replaced ends its own answer and no other', async () => {
  const { folder, get } = await built()
  rmSync(join(folder, 'chunks', 'app.js'))
  const plain = { 'accept-encoding': 'identity' }
  await expect(get('/chunks/app.js', plain).then((answer) => answer.text())).rejects.toThrow()
  expect((await get('/chunks/app.js', { 'accept-encoding': 'br' })).status).toBe(200)
})
