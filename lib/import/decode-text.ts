/**
 * The text of a file. A byte order mark says how it is written, as PowerShell, Excel and Notepad do, and is no part of
 * the text; without one it is UTF-8.
 * @throws TypeError when the bytes are no such text
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
