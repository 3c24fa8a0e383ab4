import type { z } from 'zod'
import type { ProblemDetails } from '@/lib/contract/problem-details'

/** Checks a value by the contract's own schema: a sentence for each fault, by its path (`chargingPorts.0.macAddress`). */
export function faultsOf(schema: z.ZodType, value: unknown, notNumber: string): Map<string, string> {
  const parsed = schema.safeParse(value)
  const faults = new Map<string, string>()
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join('.')
    const isNotNumber = issue.code === 'invalid_type' && issue.expected === 'number'
    if (!faults.has(path)) faults.set(path, sentence(isNotNumber ? notNumber : issue.message))
  }
  return faults
}

/** The faults that the server found, under the same paths: `chargingPorts[0].macAddress` is `chargingPorts.0.macAddress`. */
export function problemFaults({ errors = [] }: ProblemDetails): Map<string, string> {
  return new Map(errors.map(({ path, message }) => [path.replace(/\[(\d+)\]/g, '.$1'), sentence(message)]))
}

/** `must be at least 1` stands below its field as a sentence of its own. */
function sentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1)
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}
