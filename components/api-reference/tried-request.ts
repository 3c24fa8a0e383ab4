import type { ApiParameter } from '@/components/api-reference/api-document'
import type { Text } from '@/components/messages/text'

/** What is sent: where, and with what. */
export type TriedRequest = { address: string; init: { method: string; headers: Record<string, string>; body?: string } }

/**
 * The request of a call with what was typed; parameters that are left empty are not sent.
 * @param typed by the parameter's place and name, `query dryRun`
 * @param body as it was typed; undefined: the call takes none
 * @throws Error with a sentence where it cannot be sent
 */
export function triedRequest(
  { method, path, parameters }: { method: string; path: string; parameters: readonly ApiParameter[] },
  typed: ReadonlyMap<string, string>,
  body: string | undefined,
  text: Text,
): TriedRequest {
  const headers: Record<string, string> = { accept: 'application/json' }
  const query = new URLSearchParams()
  let address = `/api${path}`
  for (const parameter of parameters) {
    const { in: place, name } = parameter
    const value = typed.get(keyOf(parameter))?.trim() ?? ''
    if (value === '' && place === 'path') throw new Error(text('reference.pathMissing', { name }))
    if (value === '') continue
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value))
    else if (place === 'query') query.append(name, value)
    else if (place === 'header') headers[name] = value
  }
  if (body !== undefined && body.trim() !== '') {
    checkJson(body, text)
    headers['content-type'] = 'application/json'
  }
  const search = query.size > 0 ? `?${query}` : ''
  const sent = headers['content-type'] ? { body } : {}
  return { address: address + search, init: { method, headers, ...sent } }
}

/** By what a typed value is found. */
export const keyOf = ({ in: place, name }: Pick<ApiParameter, 'in' | 'name'>) => `${place} ${name}`

function checkJson(body: string, text: Text): void {
  try {
    JSON.parse(body)
  } catch (error) {
    throw new Error(text('reference.noJson', { why: error instanceof Error ? error.message : String(error) }))
  }
}
