import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDrainableServer, type DrainableServer } from '@/scripts/launch/drainable-server'
import { findPort } from '@/scripts/launch/find-port'

const host = '127.0.0.1'
let drain: AbortController
let agent: Agent
let port: number
let server: DrainableServer
let arrived: () => void
let answer: Promise<void>

beforeEach(async () => {
  drain = new AbortController()
  agent = new Agent({ keepAlive: true })
  port = await findPort(host, 0)
  server = createDrainableServer((incoming, outgoing) => {
    arrived?.()
    if (incoming.url === '/slow') void answer.then(() => outgoing.end('done'))
    else outgoing.end('quick')
  }, drain.signal)
  await server.listen(host, port)
})
afterEach(async () => {
  agent.destroy()
  await server.close(0)
})

function fetchText(path: string, through: Agent | undefined = agent): Promise<{ status?: number; text: string }> {
  return new Promise((fulfil, reject) => {
    const request = get({ host, port, path, agent: through }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      fulfil({ status: response.statusCode, text })
    })
    request.once('error', reject)
  })
}

/** A request that is being served until `finish` is called. */
async function slowRequest() {
  let finish = () => {}
  answer = new Promise((fulfil) => {
    finish = fulfil
  })
  const there = new Promise<void>((fulfil) => {
    arrived = fulfil
  })
  const response = fetchText('/slow')
  response.catch(() => {})
  await there
  return { response, finish }
}

describe('a server that drains', () => {
  it('finishes the request under way and then ends, though the client keeps its connection open', async () => {
    const { response, finish } = await slowRequest()
    const closed = server.close(60_000)
    finish()
    expect(await response).toEqual({ status: 200, text: 'done' })
    await closed
  })

  it('ends at once when only idle connections are open', async () => {
    await fetchText('/quick')
    await server.close(60_000)
  })

  it('takes no new connections', async () => {
    const { finish, response } = await slowRequest()
    const closed = server.close(60_000)
    await expect(fetchText('/quick', new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    finish()
    await response
    await closed
  })

  it('refuses what still comes in on an open connection', async () => {
    drain.abort()
    expect(await fetchText('/quick')).toMatchObject({ status: 503 })
  })

  it('cuts off what does not end in time', async () => {
    const { response } = await slowRequest()
    await server.close(20)
    await expect(response).rejects.toMatchObject({ code: 'ECONNRESET' })
    await sleep(0)
  })
})

describe('an upgrade', () => {
  const askFor = (upgrade: string) =>
    new Promise<string>((fulfil, reject) => {
      const headers = { Connection: 'Upgrade', Upgrade: upgrade }
      const request = get({ host, port, path: '/quick', headers, agent: false }, async (response) => {
        let text = ''
        for await (const chunk of response) text += chunk
        fulfil(text)
      })
      request.once('error', reject)
    })

  it('is a WebSocket and nothing else: who offers HTTP/2 on the way gets an answer', async () => {
    const paths: (string | undefined)[] = []
    server.onUpgrade((incoming, socket) => {
      paths.push(incoming.url)
      socket.end('HTTP/1.1 426 Upgrade Required\r\nContent-Length: 4\r\n\r\nours')
    })
    expect(await askFor('h2c')).toBe('quick')
    expect(paths).toEqual([])
    expect(await askFor('websocket')).toBe('ours')
    expect(paths).toEqual(['/quick'])
  })
})

describe('findPort', () => {
  it('says that the port is in use, and which to take instead', async () => {
    await expect(findPort(host, port)).rejects.toThrow(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    )
  })

  it('says that the address is not one of this machine', async () => {
    await expect(findPort('192.0.2.1', 0)).rejects.toThrow(/HOST=192.0.2.1 is no address of this machine/)
  })

  it('finds any free port when asked for none', async () => {
    expect(await findPort(host, 0)).toBeGreaterThan(0)
  })
})
