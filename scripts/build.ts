import { bundle, bundlePlannerThread } from '@/scripts/bundle.mjs'
import { runCommand } from '@/scripts/launch/command'
import { build } from '@/scripts/launch/ensure-build'
import { root } from '@/scripts/launch/root'

/** Everything that runs without a build of its own, so that whoever runs it need not be able to write here. */
const COMMANDS = ['start', 'worker', 'migrate', 'backup', 'restore', 'reset-password', 'import', 'plan']

// npm run build: a production build, also where there is a fresh one, and every command line.
await runCommand(async () => {
  for (const command of COMMANDS) await bundle(command)
  await bundlePlannerThread()
  await build(root)
})
