import { randomUUID } from 'node:crypto'
import { malformed, Refusal } from '@/lib/errors'
import type { InPieces } from '@/lib/slices'

const MAX_DEPTH = 64
const MAX_KEYS = 10_000

/** So much text is read in one go: a millisecond or two. */
const PIECE = 64 * 1024

/** A list that stands in the body's object: where its brackets are, and the commas between its entries. */
type List = { open: number; close: number; commas: number[] }

/**
 * `JSON.parse` of a body, in pieces where its lists are long, so that others are answered meanwhile.
 * @param piece so many characters at once
 * @throws Refusal 413 over 10,000 properties in one object, 400 over 64 levels; SyntaxError as `JSON.parse`
 */
export function* parseJson(text: string, piece = PIECE): InPieces<unknown> {
  const lists = yield* scan(text, piece)
  const long = lists.filter(({ open, close }) => close - open > piece)
  if (long.length === 0) return JSON.parse(text)
  try {
    return yield* parseApart(text, long, piece)
  } catch {
    // Where it is broken is said of the whole text.
    return JSON.parse(text)
  }
}

/** Parses the long lists by themselves, and what is around them with a name in the place of each. */
function* parseApart(text: string, long: readonly List[], piece: number): InPieces<unknown> {
  const name = randomUUID()
  let around = ''
  let read = 0
  for (const [index, { open, close }] of long.entries()) {
    around += `${text.slice(read, open + 1)}"${name} ${index}"`
    read = close
  }
  const body = JSON.parse(around + text.slice(read)) as Record<string, unknown>
  const places = new Map(Object.values(body).flatMap((value) => (Array.isArray(value) ? [[value[0], value]] : [])))
  for (const [index, list] of long.entries()) {
    const entries = yield* parseList(text, list, piece)
    const place = places.get(`${name} ${index}`)
    if (place) place.length = 0
    for (const entry of entries) place?.push(entry)
  }
  return body
}

function* parseList(text: string, { open, close, commas }: List, piece: number): InPieces<unknown[]> {
  const entries: unknown[] = []
  let begin = open + 1
  for (const end of [...commas, close]) {
    if (end < close && end - begin < piece) continue
    const some: unknown[] = JSON.parse(`[${text.slice(begin, end)}]`)
    if (some.length === 0) throw new SyntaxError('There is nothing between two commas.')
    for (const entry of some) entries.push(entry)
    begin = end + 1
    yield
  }
  return entries
}

/** Looks at brackets, colons and commas outside of texts only: one pass and no recursion, before anything is built. */
function* scan(text: string, piece: number): InPieces<List[]> {
  const lists: List[] = []
  let list: List | null = null
  let depth = 0
  const keys = [0]
  let inString = false
  for (let index = 0; index < text.length; index++) {
    if (index % piece === 0) yield
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === BACKSLASH) index++
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (code === COLON) {
      const count = (keys[depth] ?? 0) + 1
      if (count > MAX_KEYS) throw tooManyKeys()
      keys[depth] = count
    } else if (code === COMMA) {
      if (depth === 2) list?.commas.push(index)
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth++
      if (depth > MAX_DEPTH) throw malformed([{ path: '', message: `the body must not nest over ${MAX_DEPTH} levels` }])
      keys[depth] = 0
      if (depth === 2) list = code === OPEN_BRACKET ? { open: index, close: index, commas: [] } : null
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      if (depth === 2 && list && code === CLOSE_BRACKET) lists.push({ ...list, close: index })
      if (depth === 2) list = null
      depth = Math.max(0, depth - 1)
    }
  }
  return lists
}

function tooManyKeys(): Refusal {
  return new Refusal(
    'tooLarge',
    `An object of the body has over ${MAX_KEYS} properties. Leave out those that are not needed.`,
  )
}

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
