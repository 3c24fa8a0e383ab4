import type { z } from 'zod'

/**
 * Parse with this wherever people read what is wrong: a schema's own sentence stands, and where it has none ours stands in
 * the place of the library's, as the end of a sentence that begins with the name of the value.
 */
export const IN_OUR_WORDS: z.core.ParseContext<z.core.$ZodIssue> = { error: issueSentence, reportInput: true }

function issueSentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kindOf(issue.expected)}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}${UNITS[issue.origin] ?? ''}`
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'below' : 'at most'} ${issue.maximum}${UNITS[issue.origin] ?? ''}`
    case 'invalid_format':
      return `must have the form ${issue.pattern ?? issue.format}`
    default:
      return undefined
  }
}

const UNITS: Partial<Record<string, string>> = { string: ' characters', array: ' entries' }

function kindOf(type: string): string {
  if (type === 'string') return 'text'
  if (type === 'boolean') return 'true or false'
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}
