import type { UseQueryResult } from '@tanstack/react-query'

/**
 * Whether an answer is still on its way. What stands below it comes with it, so that nothing is pushed down; once it has
 * failed, that is waited for no longer.
 */
export function isAwaited({ isPending, failureCount }: Pick<UseQueryResult, 'isPending' | 'failureCount'>): boolean {
  return isPending && failureCount === 0
}
