import { runCommand } from '@/scripts/launch/command'
import { launch } from '@/scripts/launch/launch'

// npm run dev: the same, with pages and API that reload when their source changes.
await runCommand(() => launch({ dev: true }))
