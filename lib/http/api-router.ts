import { authenticate } from '@/lib/auth/authenticate'
import { malformed, Refusal } from '@/lib/errors'
import { problemResponse } from '@/lib/http/problem'
import type { RouteHandler } from '@/lib/http/route'

/** One `route file below app/api`: its path below `/api` with `[name]` for parameters, and what it exports. */
export type ApiRoute = { path: string; exports: Record<string, unknown> }

type Compiled = { segments: string[]; handlers: Map<string, RouteHandler> }

const METHODS = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE']

/** What is served below `/api`. `routeOf`: the path of the route for a path as it came, null where there is none. */
export type ApiRouter = {
  answer: (request: Request, rawPath: string) => Promise<Response>
  routeOf: (rawPath: string) => string | null
}

/**
 * Answers every request below `/api` without Next: finds the route and calls its handler. It also says what Next would
 * say in HTML: an unknown path (401 for strangers, else 404), a wrong method (405 with `Allow`), a broken escape (400).
 * @param routes the route files, from the bundler's list
 * @returns `rawPath` is the path as it came, before a URL parser resolves `..`
 */
export function createApiRouter(routes: readonly ApiRoute[]): ApiRouter {
  const compiled = routes.map(compile).sort(staticFirst)
  const find = (segments: string[]) => compiled.find((route) => matches(route.segments, segments))
  const answer = async (request: Request, rawPath: string) => {
    try {
      const segments = decodeSegments(rawPath)
      const found = segments && find(segments)
      if (!found) return await refuseStranger(request, segments ? 'notFound' : 'malformed')
      const handler = found.handlers.get(request.method === 'HEAD' ? 'GET' : request.method)
      if (!handler) return await refuseStranger(request, 'methodNotAllowed', allowed(found))
      const response = await handler(request, { params: Promise.resolve(paramsOf(found.segments, segments)) })
      if (request.method !== 'HEAD') return response
      // A stream that nobody reads would go on without an end.
      await response.body?.cancel()
      return new Response(null, response)
    } catch (thrown) {
      return problemResponse(thrown, rawPath)
    }
  }
  const routeOf = (rawPath: string) => {
    const segments = decodeSegments(rawPath)
    const found = segments && find(segments)
    return found ? pathOf(found) : null
  }
  return { answer, routeOf }
}

/** `/vehicles/{vehicleId}` */
function pathOf({ segments }: Compiled): string {
  return `/${segments.map((part) => (isParameter(part) ? `{${part.slice(1, -1)}}` : part)).join('/')}`
}

function compile({ path, exports }: ApiRoute): Compiled {
  const handlers = METHODS.flatMap((method) => {
    const handler = exports[method]
    if (handler === undefined) return []
    if (typeof handler !== 'function' || !('operation' in handler))
      throw new Error(`${method} of app/api${path} is not made by route(): it would be open to everybody.`)
    return [[method, handler as unknown as RouteHandler] as const]
  })
  return { segments: path.split('/').slice(1), handlers: new Map(handlers) }
}

const isParameter = (segment: string) => segment.startsWith('[')

/** `/schedules/active` before `/schedules/[scheduleId]`. */
function staticFirst(a: Compiled, b: Compiled): number {
  const rank = (route: Compiled) => route.segments.map((segment) => (isParameter(segment) ? '1' : '0')).join('')
  return rank(a).localeCompare(rank(b))
}

function matches(pattern: string[], segments: string[]): boolean {
  return (
    pattern.length === segments.length && pattern.every((part, index) => isParameter(part) || part === segments[index])
  )
}

function paramsOf(pattern: string[], segments: string[]): Record<string, string> {
  return Object.fromEntries(
    pattern.flatMap((part, index) => (isParameter(part) ? [[part.slice(1, -1), segments[index] ?? '']] : [])),
  )
}

/** The path below `/api`, decoded; null when an escape is broken. */
function decodeSegments(rawPath: string): string[] | null {
  try {
    return rawPath
      .replace(/^\/api\/?/, '')
      .split('/')
      .map(decodeURIComponent)
  } catch {
    return null
  }
}

function allowed(route: Compiled): string {
  const methods = [...route.handlers.keys()]
  return (methods.includes('GET') ? [...methods, 'HEAD'] : methods).join(', ')
}

/** Strangers learn nothing of what exists: without a valid token everything that is not served is a 401. */
async function refuseStranger(
  request: Request,
  code: 'notFound' | 'methodNotAllowed' | 'malformed',
  allow?: string,
): Promise<never> {
  if (!(await authenticate(request, Date.now())))
    throw new Refusal('unauthorised', 'Sign in, or send a valid access token as Authorization: Bearer ….')
  if (code === 'malformed') throw malformed([{ path: '', message: 'the path has a broken % escape' }])
  if (code === 'notFound') throw new Refusal('notFound', 'There is no such call. /api/openapi.json lists them all.')
  throw new Refusal('methodNotAllowed', `This path takes ${allow}.`, { headers: { Allow: allow ?? '' } })
}
