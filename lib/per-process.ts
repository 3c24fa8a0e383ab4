/**
 * What a process has once: its pool of connections, its metrics, the context of a request. A module of its own scope
 * does not do: Next bundles a second copy of each module beside the server's, and `next dev` loads them anew after
 * every change. So these values hang on the process, in this one place.
 */
const key = Symbol.for('readyline')
const shared = globalThis as { [key]?: Map<string, unknown> }
shared[key] ??= new Map()
const values = shared[key]

/** The one value of this name, made by whichever copy of a module asks first. */
export function perProcess<T>(name: string, make: () => T): T {
  if (!values.has(name)) values.set(name, make())
  return values.get(name) as T
}

/** Forgets the value of this name, so that the next one who asks makes it anew. @returns what it was, if anything */
export function forgetPerProcess<T>(name: string): T | undefined {
  const value = values.get(name) as T | undefined
  values.delete(name)
  return value
}
