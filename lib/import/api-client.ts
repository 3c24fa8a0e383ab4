const RETRIES = 8
const RETRY_MS = 500

/** The server refused a call of the import, or could not be reached. */
export class ImportRefused extends Error {
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message)
  }
}

export type ApiClient = <T>(method: string, path: string, body?: unknown) => Promise<T>

/**
 * A client of the public API that signs in with a refresh token. A server that is being restarted (no connection, 429,
 * 503) is tried again for about half a minute: every call of the import may be repeated safely.
 * @throws ImportRefused with the server's own sentence
 */
export async function signIn(baseUrl: string, refreshToken: string): Promise<ApiClient> {
  const root = `${baseUrl.replace(/\/+$/, '')}/api`
  const { token } = await send<{ token: string }>(root, refreshToken, 'GET', '/auth/refreshAccessToken')
  return (method, path, body) => send(root, token, method, path, body)
}

async function send<T>(root: string, token: string, method: string, path: string, body?: unknown): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${root}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch(() => null)
    if (response?.ok) return (response.status === 204 ? undefined : await response.json()) as T
    const passing = !response || response.status === 429 || response.status === 503
    if (!passing || attempt >= RETRIES)
      throw new ImportRefused(await reasonOf(response, root, method, path), response?.status)
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS * 2 ** Math.min(attempt, 4)))
  }
}

async function reasonOf(response: Response | null, root: string, method: string, path: string): Promise<string> {
  if (!response) return `Nothing answers at ${root}. Is Readyline running there?`
  const problem = (await response.json().catch(() => null)) as { detail?: string } | null
  return `${method} ${path} was answered ${response.status}: ${problem?.detail ?? response.statusText}`
}
