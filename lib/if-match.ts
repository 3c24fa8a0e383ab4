import { createHash } from 'node:crypto'
import { Refusal } from '@/lib/errors'

/** A strong entity tag of a JSON value (RFC 9110, 8.8.3): the same value gives the same tag. */
export function etagOf(value: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27)}"`
}

/**
 * What `If-Match` demands of the current version: `etag` is null when the object does not exist.
 * @throws Refusal 412 when the header is there and no tag of it is the current one
 */
export function checkIfMatch(header: string | null, etag: string | null): void {
  if (header === null) return
  const tags = header.split(',').map((tag) => tag.trim())
  const holds = etag !== null && (tags.includes('*') || tags.includes(etag))
  if (!holds)
    throw new Refusal(
      'stale',
      'This has changed since you read it (or is gone). Read it again, then repeat your change.',
    )
}
