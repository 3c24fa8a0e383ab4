import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApi } from '@/e2e/api/api-process'
import type { Answer } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { makeStaff, signIn } from '@/e2e/api/staff-client'

// Behind a proxy that is trusted: whoever tries has the address that the proxy says.
let proxied: ApiProcess
const sql = postgres(given('databaseUrl'), { max: 1 })
beforeAll(async () => {
  proxied = await startApi(given('databaseUrl'), { APP_SECRET: given('appSecret'), TRUST_PROXY: 'on' })
})
afterAll(async () => {
  await proxied.stop()
  await sql.end()
})

let addresses = 0
const newAddress = () => `192.0.2.${++addresses}`

type Attempt = { from: string; password?: string; cookie?: string }

const attempt = (email: string, { from, password, cookie }: Attempt) =>
  signIn(email, password, { url: proxied.url, headers: { 'x-forwarded-for': from, ...(cookie && { cookie }) } })

/** So many failures as the limit allows, however slow the machine is at making them. */
async function exhaust(limit: string, most: number, of: string): Promise<void> {
  const key = `${limit}:${createHash('sha256').update(of).digest('base64url')}`
  await sql`
    insert into access_attempt (key, count, window_ends_at) values (${key}, ${most}, now() + interval '10 minutes')
    on conflict (key) do update set count = ${most}, window_ends_at = excluded.window_ends_at`
}

/** Makes as many wrong guesses at an account from an address as one may in a minute. */
const guess = (email: string, address: string) => exhaust('sign-in', 10, `${email} ${address}`)

/** What a browser keeps of an answer. */
const cookiesOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Somebody guesses at the account, from the network from which its owner has signed in before. */
async function guessedAt() {
  const { email } = await makeStaff('read')
  const home = newAddress()
  const cookie = cookiesOf(await attempt(email, { from: home }))
  await guess(email, home)
  return { email, home, cookie }
}

test('who guesses too often is to wait, and the right password does not let them go on', async () => {
  const { email, home } = await guessedAt()
  for (const password of ['a wrong passphrase', undefined]) {
    const answer = await attempt(email, { from: home, password })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
})

test('a guess counts: after ten in a minute the next is one too many', async () => {
  const { email } = await makeStaff('read')
  const from = newAddress()
  await exhaust('sign-in', 9, `${email} ${from}`)
  expect((await attempt(email, { from, password: 'a wrong passphrase' })).status).toBe(401)
  expect((await attempt(email, { from, password: 'a wrong passphrase' })).status).toBe(429)
})

test('wrong guesses do not keep the owner out elsewhere', async () => {
  const { email } = await guessedAt()
  expect((await attempt(email, { from: newAddress() })).status).toBe(200)
})

test('nor in the very network of the guesser, in a browser that they have used before', async () => {
  const { email, home, cookie } = await guessedAt()
  expect((await attempt(email, { from: home, cookie })).status).toBe(200)
})

test('nor do guesses at a hundred accounts from there', async () => {
  const { email, home, cookie } = await guessedAt()
  await exhaust('sign-in-address', 100, home)
  const other = await makeStaff('read')
  expect((await attempt(other.email, { from: home })).status).toBe(429)
  expect((await attempt(email, { from: home, cookie })).status).toBe(200)
})

test('a browser that is known for an account may not guess more often than any other, and at no other account', async () => {
  const { email, home, cookie } = await guessedAt()
  const other = await makeStaff('read')
  await guess(other.email, home)
  expect((await attempt(other.email, { from: home, cookie })).status).toBe(429)
  const number = /known_browser=([\w-]+)/.exec(cookie)?.[1]
  await exhaust('sign-in', 10, `${email} in ${number}`)
  expect((await attempt(email, { from: home, cookie })).status).toBe(429)
  expect((await attempt(email, { from: newAddress() })).status).toBe(200)
})
