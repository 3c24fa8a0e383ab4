import { REFRESH_TOKEN } from '@/bench/stations/app'

/** The public API, with what it answers counted; a token that has run out is asked for anew. */
export class NightApi {
  readonly failures: string[] = []
  private token = REFRESH_TOKEN

  constructor(private readonly url: string) {}

  async call<T>(method: string, path: string, body?: unknown, isAgain = false): Promise<T> {
    const answer = await fetch(`${this.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (answer.status === 401 && !isAgain) {
      await this.signIn()
      return this.call(method, path, body, true)
    }
    if (answer.status >= 500) this.failures.push(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`)
    else if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }

  private async signIn(): Promise<void> {
    const headers = { authorization: `Bearer ${REFRESH_TOKEN}` }
    const answer = await fetch(`${this.url}/api/auth/refreshAccessToken`, { headers })
    if (!answer.ok) throw new Error(`It could not be signed in: ${answer.status}.`)
    this.token = ((await answer.json()) as { token: string }).token
  }
}
