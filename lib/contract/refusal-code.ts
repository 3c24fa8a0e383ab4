import { REFUSALS, type RefusalSentence } from '@/lib/contract/refusal-sentences'

/** A sentence by its name in the catalogues, with the values in it. */
export type Coded = { code: RefusalSentence; details?: Record<string, string | number> }

const NUMBERS = ['minimum', 'maximum', 'percent', 'same', 'days', 'soc', 'seconds', 'row', 'rows', 'free']
const INSTANTS = ['from', 'to', 'at']

const PATTERNS = Object.entries(REFUSALS).map(([code, sentence]) => ({
  code: code as RefusalSentence,
  pattern: new RegExp(
    `^${sentence
      .split(/(\{\w+\})/)
      .map(patternOf)
      .join('')}$`,
  ),
}))

function patternOf(part: string): string {
  const [, name] = /^\{(\w+)\}$/.exec(part) ?? []
  if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (NUMBERS.includes(name)) return `(?<${name}>-?\\d+(?:\\.\\d+)?)`
  return INSTANTS.includes(name) ? `(?<${name}>\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z)` : `(?<${name}>.{1,1000}?)`
}

/** The sentence of a code with its values, as `codeOf` finds it again. */
export function sentenceOf(code: RefusalSentence, values: Readonly<Record<string, string | number>> = {}): string {
  return REFUSALS[code].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Which sentence this is, whatever its path; null: none that the catalogues know. Answers carry sentences alone: pages ask here. */
export function codeOf(whole: string): Coded | null {
  const sentence = whole.replace(/^schedules\[\d+\] /, '')
  for (const { code, pattern } of PATTERNS) {
    const match = pattern.exec(sentence)
    if (!match) continue
    const values = Object.entries(match.groups ?? {}).map(([name, value]) => [
      name,
      NUMBERS.includes(name) ? Number(value) : value,
    ])
    return values.length > 0 ? { code, details: Object.fromEntries(values) } : { code }
  }
  return null
}
