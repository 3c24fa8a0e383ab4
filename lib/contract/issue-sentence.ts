import type { z } from 'zod'

/** What is wrong with a value, as the end of a sentence that begins with its name; parse with `reportInput`. */
export function issueSentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.startsWith('Invalid input'))
    return 'is missing'
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return `must be ${withArticle(issue.expected)}`
  return issue.message
}

function withArticle(type: string): string {
  if (type === 'string') return 'text'
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}
