import { ensureSetupToken } from '@/lib/auth/setup-token'
import { connection } from '@/lib/db/client'
import { warnOfClockDifference } from '@/lib/db/clock-difference'
import type { Env } from '@/lib/env'
import { log } from '@/lib/log'
import { addressOf } from '@/scripts/launch/address'

function say(sentence: string): void {
  if (!process.stdout.isTTY && log.isLevelEnabled('info')) log.info(sentence)
  else process.stdout.write(`\n  ${sentence}\n\n`)
}

/** Says where to go: to the setup page while there is no administrator, else to the app. */
export async function announce(env: Env, port: number): Promise<void> {
  if (env.appRole === 'worker') return say('The worker is running.')
  await warnOfClockDifference(connection().db)
  const address = addressOf(env, port)
  const setupToken = await ensureSetupToken(connection().db)
  if (setupToken === null) return say(`Readyline is running: ${address}`)
  say(
    `Readyline is running. Make the first administrator here: ${address}/setup?token=${encodeURIComponent(setupToken)}`,
  )
}
