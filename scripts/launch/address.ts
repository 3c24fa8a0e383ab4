import type { Env } from '@/lib/env'

const thisMachine = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost']

/** Where people reach the server: `PUBLIC_URL`, or what can be guessed from where it listens. */
export function addressOf(env: Pick<Env, 'publicUrl' | 'host'>, port: number): string {
  if (env.publicUrl) return env.publicUrl
  const host = thisMachine.includes(env.host) ? 'localhost' : env.host.includes(':') ? `[${env.host}]` : env.host
  return `http://${host}:${port}`
}
