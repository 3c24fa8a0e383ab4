import { slices } from '@/lib/slices'

/** A list of so many entries is written at once. */
const FEW = 100

/** `JSON.stringify` of a body whose lists may be long: they are written in slices, so that others are answered meanwhile. */
export async function jsonInSlices(body: unknown): Promise<string> {
  if (Array.isArray(body)) return listInSlices(body)
  if (typeof body !== 'object' || body === null || 'toJSON' in body) return JSON.stringify(body)
  const properties: string[] = []
  for (const [name, value] of Object.entries(body)) {
    const text = Array.isArray(value) ? await listInSlices(value) : JSON.stringify(value)
    if (text !== undefined) properties.push(`${JSON.stringify(name)}:${text}`)
  }
  return `{${properties.join(',')}}`
}

async function listInSlices(list: readonly unknown[]): Promise<string> {
  if (list.length <= FEW) return JSON.stringify(list)
  const pause = slices()
  const entries: string[] = []
  for (const entry of list) {
    entries.push(JSON.stringify(entry) ?? 'null')
    await pause()
  }
  return `[${entries.join(',')}]`
}
