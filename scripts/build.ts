import { runCommand } from '@/scripts/launch/command'
import { build } from '@/scripts/launch/ensure-build'
import { root } from '@/scripts/launch/root'

// npm run build: a production build, also where there is a fresh one.
await runCommand(() => build(root))
