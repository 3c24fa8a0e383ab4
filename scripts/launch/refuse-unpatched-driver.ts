import { isDriverPatched } from '@/scripts/patch-driver.mjs'

/**
 * Refuses to start with a database driver that `scripts/patch-driver.mjs` has not been over.
 * @param folder the driver's; that of this installation unless it is said
 * @throws with a sentence that says what to run
 */
export function refuseUnpatchedDriver(folder?: string): void {
  if (isDriverPatched(folder)) return
  throw new Error(
    'The database driver lacks the guards that keep acknowledged writes: the packages were installed without their scripts (npm ci --ignore-scripts). Run this once, then start again: node scripts/patch-driver.mjs',
  )
}
