import { headers } from 'next/headers'
import { addressOf } from '@/app/(depot)/_data/address'
import type { GET } from '@/app/api/session/route'

/** The handler of an operation of the API, as its route has it. */
type RouteHandler = typeof GET

type Asked = { params?: Record<string, string>; query?: Record<string, unknown> }

/** Asks the API as the reader of the page that is being made, inside this process. @throws where it refuses */
export async function askOwnApi(handler: RouteHandler, asked: Asked = {}): Promise<{ address: string; text: string }> {
  const cookie = (await headers()).get('cookie') ?? ''
  const address = addressOf(handler.operation.path, asked)
  const request = new Request(`http://localhost/api${address}`, { headers: { cookie } })
  const answer = await handler(request, { params: Promise.resolve(asked.params ?? {}) })
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`)
  return { address, text: await answer.text() }
}

/** What was asked, or null where it fails or takes longer: the page asks for itself then. */
export function inTime<T>(asked: Promise<T>, longestMs: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestMs)
  })
  return Promise.race([asked, late])
    .catch(() => null)
    .finally(() => clearTimeout(timer))
}

/** Whether a whole page is being made, of which the browser has nothing yet; else one page follows another in it. */
export async function isWholePage(): Promise<boolean> {
  return (await headers()).get('sec-fetch-dest') === 'document'
}
