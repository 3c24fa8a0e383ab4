import { watchAlarms } from '@/lib/alarms/watch-alarms'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { runWorker } from '@/lib/planning/worker/worker'
import { tidy } from '@/lib/retention/tidy'
import { runCommand } from '@/scripts/launch/command'
import { surviveUnwaitedFailures } from '@/scripts/launch/unwaited-failures'

/** The launcher waits a little longer than this before it ends the worker by force. */
const longestGoodbyeMs = 6_000

// Started by the launcher, which has checked the configuration and says when to end; ends with it, however it ends.
await runCommand(async () => {
  const { databaseUrl } = env()
  if (!databaseUrl) throw new Error('DATABASE_URL is not set. Start the worker with: APP_ROLE=worker npm start')
  surviveUnwaitedFailures()
  const end = new AbortController()
  const leave = () => {
    setTimeout(() => process.exit(1), longestGoodbyeMs).unref()
    end.abort()
  }
  process.on('SIGTERM', leave)
  process.on('disconnect', leave)
  // Ctrl-C reaches the launcher too, which then asks for the end in order.
  process.on('SIGINT', () => {})
  await runWorker({
    databaseUrl,
    tidy: (db, signal) => tidy(db, env(), Date.now(), signal),
    watch: (db, signal) => watchAlarms(db, Date.now, signal),
    signal: end.signal,
  })
  log.debug('the worker has handed back its jobs')
  process.exit(0)
})
