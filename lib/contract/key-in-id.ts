/**
 * The database's key in an id that is made of a word and that key; 0, which no row has, for whatever is no such id.
 * @example keyInId('alarm_12', 'alarm_') // 12
 */
export function keyInId(id: string, prefix: string): number {
  const key = id.startsWith(prefix) ? id.slice(prefix.length) : ''
  return /^\d{1,15}$/.test(key) ? Number(key) : 0
}
