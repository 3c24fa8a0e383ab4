const MAX_LENGTH = 64

/**
 * An id for a vehicle of this name, in the form that the contract allows; empty where the name has nothing to take.
 *
 * @example suggestedId('Bus 12 Ä') // 'bus-12-a'
 */
export function suggestedId(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, MAX_LENGTH)
    .replace(/-+$/, '')
}
