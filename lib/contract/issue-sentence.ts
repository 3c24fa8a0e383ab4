import type { z } from 'zod'

/**
 * What is wrong with a value, as the end of a sentence that begins with its name; parse with `reportInput`.
 * A schema's own sentence stands; the library's are said in our words here.
 */
export function issueSentence(issue: z.core.$ZodIssue): string {
  return LIBRARYS.test(issue.message) ? inOurWords(issue) : issue.message
}

const LIBRARYS = /^(Invalid|Too (small|big))\b/

function inOurWords(issue: z.core.$ZodIssue): string {
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
      return issue.message
  }
}

const UNITS: Partial<Record<string, string>> = { string: ' characters', array: ' entries' }

function kindOf(type: string): string {
  if (type === 'string') return 'text'
  if (type === 'boolean') return 'true or false'
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}
