import { runCommand } from '@/scripts/launch/command'
import { launch } from '@/scripts/launch/launch'

// npm start: one command to a working depot.
await runCommand(() => launch({ dev: false }))
