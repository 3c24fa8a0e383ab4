/**
 * Where to go after signing in: a path of this app, never another site (an open redirect would lend our name to one).
 * @param next the `next` parameter as it came
 * @returns a path with its query, `/` when `next` is none
 */
export function safeNextPath(next: string | null | undefined): string {
  if (!next?.startsWith('/')) return '/'
  const base = 'http://app.invalid'
  const url = URL.canParse(next, base) ? new URL(next, base) : null
  // `/..//evil.example` resolves to a path that browsers would read as a host.
  return url?.origin === base ? `/${url.pathname.replace(/^\/+/, '')}${url.search}` : '/'
}
