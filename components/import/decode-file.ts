import { decodeText } from '@/lib/import/decode-text'

/** The text of a file; one that is no Unicode is as Excel writes it on Windows in the west of Europe. */
export function decodeFile(bytes: Uint8Array): string {
  try {
    return decodeText(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
