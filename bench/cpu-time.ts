/**
 * Processor time of this process so far, in ms: user and system, the collector's and compiler's threads included. On a
 * quiet machine it is a little above the time that passes; on a busy one it is the figure that can be compared.
 */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
