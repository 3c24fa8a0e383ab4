import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@/scripts/launch/root'

const oldestNode = [20, 19, 0] as const

function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new Error(
    `Readyline needs Node ${oldestNode.join('.')} or newer; this is ${process.version}. See https://nodejs.org.`,
  )
}

/** What stands in `.env` counts unless the environment says otherwise. */
function loadDotEnv(): void {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : error.message
}

/**
 * The frame of every command line: checks Node, reads `.env`, and turns what goes wrong into a sentence on standard
 * error and exit code 1. `LOG_LEVEL=debug` shows where it went wrong.
 */
export async function runCommand(work: (args: string[]) => Promise<void>): Promise<void> {
  try {
    checkNode()
    loadDotEnv()
    await work(process.argv.slice(2))
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}
