import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Letters and digits that nobody confuses when reading them off a page: no 0 O, 1 l I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const LENGTH = 20

/** A new password of a station: 20 printable characters, 116 bits. */
export function newPassword(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** The same secret as OCPP 1.6's AuthorizationKey takes it: 40 hexadecimal digits. */
export function authorizationKeyOf(password: string): string {
  return Buffer.from(password, 'latin1').toString('hex')
}

/** What is stored of a password. It is long and random, so a fast hash is enough, also when a thousand reconnect. */
export function passwordHash(password: Buffer): string {
  return createHash('sha256').update(password).digest('hex')
}

const HEX = /^(?:[0-9a-f]{2})+$/i

/**
 * Whether what a station sent is the password of this hash. A hexadecimal key travels as its digits with some stations
 * and as the bytes that they spell with others: both are the same secret.
 */
export function isPassword(sent: Buffer, hash: string): boolean {
  const expected = Buffer.from(hash, 'hex')
  return formsOf(sent).some((form) => timingSafeEqual(Buffer.from(passwordHash(form), 'hex'), expected))
}

function formsOf(sent: Buffer): Buffer[] {
  const text = sent.toString('latin1')
  const hex = sent.toString('hex')
  const digits = HEX.test(text)
    ? [Buffer.from(text, 'hex'), Buffer.from(text.toLowerCase()), Buffer.from(text.toUpperCase())]
    : []
  return [sent, ...digits, Buffer.from(hex), Buffer.from(hex.toUpperCase())]
}
