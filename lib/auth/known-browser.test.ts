import { beforeAll, expect, test } from 'vitest'
import { findKnownBrowser, rememberBrowser } from '@/lib/auth/known-browser'

beforeAll(() => {
  process.env.APP_SECRET = 'a secret of a test, of thirty-two characters'
})

const sent = (setCookie: string) => new Headers({ cookie: `other=1; ${setCookie.split(';')[0]}` })

test('a browser is known for the account that was signed in to there, and for no other', () => {
  const headers = sent(rememberBrowser(new Headers(), 'aino@depot.example'))
  expect(findKnownBrowser(headers, 'aino@depot.example')).toMatch(/^[\w-]{22}$/)
  expect(findKnownBrowser(headers, 'ville@depot.example')).toBeNull()
  expect(findKnownBrowser(new Headers(), 'aino@depot.example')).toBeNull()
})

test('a screen that people share is known for each of them, by one number', () => {
  const first = sent(rememberBrowser(new Headers(), 'aino@depot.example'))
  const both = sent(rememberBrowser(first, 'ville@depot.example'))
  const again = sent(rememberBrowser(both, 'aino@depot.example'))
  const number = findKnownBrowser(first, 'aino@depot.example')
  for (const email of ['aino@depot.example', 'ville@depot.example'])
    for (const headers of [both, again]) expect(findKnownBrowser(headers, email)).toBe(number)
  expect(again.get('cookie')?.length).toBe(both.get('cookie')?.length)
})

test('the cookie does not grow for ever: the accounts that were longest away are forgotten', () => {
  let headers = new Headers()
  for (let person = 0; person < 20; person++) headers = sent(rememberBrowser(headers, `person-${person}@depot.example`))
  expect(findKnownBrowser(headers, 'person-19@depot.example')).not.toBeNull()
  expect(findKnownBrowser(headers, 'person-0@depot.example')).toBeNull()
  expect(headers.get('cookie')?.length).toBeLessThan(300)
})

test('a cookie that was made up or cut is no known browser', () => {
  const cookie = rememberBrowser(new Headers(), 'aino@depot.example').split(';')[0] ?? ''
  const [name = '', value = ''] = cookie.split('=')
  const [number = '', mark = ''] = value.split('.')
  const forged = [number, `${number}.${'A'.repeat(22)}`, `${'A'.repeat(22)}.${mark}`, `${value}x`, '', '.', `${value}.`]
  for (const one of forged)
    expect(findKnownBrowser(new Headers({ cookie: `${name}=${one}` }), 'aino@depot.example')).toBeNull()
})

test('the cookie is kept from scripts and other sites, and says nothing of the account', () => {
  const cookie = rememberBrowser(new Headers(), 'aino@depot.example')
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/)
  expect(cookie).not.toContain('aino')
})
