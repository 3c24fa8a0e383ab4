import { expect, test } from 'vitest'
import { decodeText } from '@/lib/import/decode-text'

const JSON_TEXT = '{"name":"Linie 7 – Süd"}'
const utf16 = Buffer.from(`\uFEFF${JSON_TEXT}`, 'utf16le')

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(JSON_TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${JSON_TEXT}`)],
  ['UTF-16, as PowerShell redirects', utf16],
  ['UTF-16, the other way round', Buffer.from(utf16).swap16()],
])('reads %s, the mark left out', (_, bytes) => {
  expect(decodeText(bytes)).toBe(JSON_TEXT)
})

test('what is no text is refused instead of being changed silently', () => {
  expect(() => decodeText(Buffer.from([0x7b, 0xff, 0x7d]))).toThrow(TypeError)
})
