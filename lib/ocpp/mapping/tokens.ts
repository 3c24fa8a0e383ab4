import { normaliseMac } from '@/lib/contract/primitives'

/** The MAC addresses that a token may mean, likeliest first; none: it is a token and nothing else. */
export function macsOf(token: string, isMacType: boolean): string[] {
  const prefixed = /^VID[:\s]?(.+)$/i.exec(token)?.[1]
  const written = prefixed ?? (isMacType ? token : undefined)
  if (written === undefined) return []
  const mac = normaliseMac(written.trim()) ?? normaliseMac(written.replace(/[^0-9a-f]/gi, ''))
  if (mac === null) return []
  return [...unpadded(mac), mac]
}

/**
 * An EUI-64 that begins or ends with two zero bytes may be a MAC address of 6 bytes that was padded (DIN 70121): it is,
 * if the registry knows that one.
 */
function unpadded(mac: string): string[] {
  const bytes = mac.split(':')
  if (bytes.length !== 8) return []
  const isZero = (pair: string[]) => pair.every((byte) => byte === '00')
  return [
    ...(isZero(bytes.slice(0, 2)) ? [bytes.slice(2).join(':')] : []),
    ...(isZero(bytes.slice(6)) ? [bytes.slice(0, 6).join(':')] : []),
  ]
}
