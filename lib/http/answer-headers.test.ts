import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { pagePolicy, protectData, protectPage } from '@/lib/http/answer-headers'

function answer() {
  const set: Record<string, string> = {}
  const outgoing = {
    setHeader: (name: string, value: string) => {
      set[name] = value
    },
  }
  return { set, outgoing: outgoing as unknown as ServerResponse }
}

function request(headers: Record<string, string> = {}): IncomingMessage {
  return { headers } as unknown as IncomingMessage
}

const directive = (policy: string | undefined, name: string) =>
  policy
    ?.split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1)

test('a page runs this server’s scripts and those with its nonce, and nothing that was written into it', () => {
  const scripts = directive(pagePolicy('abc', false), 'script-src')
  expect(scripts).toBe("'self' 'nonce-abc'")
})

test('no answer stands in a frame', () => {
  const data = answer()
  protectData(data.outgoing)
  expect(directive(pagePolicy('abc', false), 'frame-ancestors')).toBe("'none'")
  expect(directive(data.set['Content-Security-Policy'], 'frame-ancestors')).toBe("'none'")
})

test('each answer has a nonce of its own, and Next is told the one that the browser is told', () => {
  const policies = [1, 2].map(() => {
    const [incoming, { set, outgoing }] = [request(), answer()]
    protectPage(incoming, outgoing, { dev: false, kept: false })
    expect(incoming.headers['content-security-policy']).toBe(set['Content-Security-Policy'])
    return set['Content-Security-Policy']
  })
  expect(policies[0]).not.toBe(policies[1])
})

test('a policy that the request brings along chooses no nonce', () => {
  const forged = "script-src 'nonce-known'"
  const incoming = request({
    'content-security-policy': forged,
    'content-security-policy-report-only': forged,
  })
  protectPage(incoming, answer().outgoing, { dev: false, kept: false })
  expect(JSON.stringify(incoming.headers)).not.toContain('known')
})

test('pages are kept by nobody; files that are the same for everybody may be', () => {
  const [page, file] = [answer(), answer()]
  protectPage(request(), page.outgoing, { dev: false, kept: false })
  protectPage(request(), file.outgoing, { dev: false, kept: true })
  expect(page.set['Cache-Control']).toBe('private, no-store')
  expect(file.set).not.toHaveProperty('Cache-Control')
})
