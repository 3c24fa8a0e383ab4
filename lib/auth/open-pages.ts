/** Pages that nobody needs to be signed in for. */
const OPEN_PAGES = new Set(['/sign-in', '/setup', '/reset-password'])
/** Files that say nothing of a depot: what those pages are made of, and what browsers ask for unasked. */
const OPEN_FILES = new Set(['/icon.svg', '/favicon.ico', '/apple-icon.png', '/manifest.webmanifest', '/robots.txt'])

/** What a visitor of a page gets: the page itself, or where they are sent. */
export type Admission = { show: true } | { show: false; redirectTo: string }

/**
 * Decides who sees which page: closed unless listed above, so a page that nobody thought of is closed.
 * @param path the page's path
 * @param search its query with `?`, or nothing
 * @param visitor whether they are signed in, and whether there is an administrator yet
 */
export function admitToPage(
  path: string,
  search: string,
  visitor: { signedIn: boolean; hasAdministrator: boolean },
): Admission {
  if (isOpenFile(path)) return { show: true }
  if (!visitor.hasAdministrator) return path === '/setup' ? { show: true } : { show: false, redirectTo: '/setup' }
  if (path === '/setup') return { show: false, redirectTo: visitor.signedIn ? '/' : '/sign-in' }
  if (visitor.signedIn || OPEN_PAGES.has(path)) return { show: true }
  const here = path + search
  return { show: false, redirectTo: here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}` }
}

/** Whether a path is a static file that is open to everybody. */
export function isOpenFile(path: string): boolean {
  return OPEN_FILES.has(path) || path.startsWith('/_next/static/')
}
