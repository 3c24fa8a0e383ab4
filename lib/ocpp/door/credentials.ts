/**
 * The password of HTTP Basic credentials for this station, as the bytes that were sent: the user name is the identity,
 * and identities may hold colons, so the whole of `{stationId}:` is the prefix.
 * @returns null when there are none, or they are of another identity
 */
export function passwordOf(authorization: string | undefined, stationId: string): Buffer | null {
  const encoded = /^Basic +([A-Za-z0-9+/_=-]+) *$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return null
  const sent = Buffer.from(encoded, 'base64')
  const prefix = Buffer.from(`${stationId}:`)
  return sent.subarray(0, prefix.length).equals(prefix) ? sent.subarray(prefix.length) : null
}
