import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFolderLock } from '@/lib/db/embedded/folder-lock'
import { log } from '@/lib/log'
import { compressStatic } from '@/scripts/launch/compress-static'
import { digestSources } from '@/scripts/launch/source-digest'
import { isReadOnly, notBuilt } from '@/scripts/read-only.mjs'

const longestBuildMs = 20 * 60_000

function stampPath(root: string): string {
  return join(root, '.next', 'made-from')
}

function isFresh(root: string): boolean {
  const stamp = stampPath(root)
  if (!existsSync(stamp) || !existsSync(join(root, '.next', 'BUILD_ID'))) return false
  return readFileSync(stamp, 'utf8') === digestSources(root)
}

/** One line that says how long it has taken; where there is no terminal to overwrite, said once. */
function showProgress(): () => void {
  const line = 'Building the pages, once for this version'
  if (!process.stdout.isTTY) {
    log.info(line)
    return () => {}
  }
  const startedAt = performance.now()
  const show = () => process.stdout.write(`\r${line} … ${Math.round((performance.now() - startedAt) / 1000)} s `)
  show()
  const timer = setInterval(show, 1000)
  return () => {
    clearInterval(timer)
    process.stdout.write('\n')
  }
}

async function runNextBuild(root: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = await new Promise<number | null>((fulfil, reject) => {
    child.once('error', reject)
    child.once('close', fulfil)
  })
  if (code !== 0) throw new Error(`${said}\nThe build has failed; what it said stands above.`)
}

/** Builds the pages, whatever is there. */
export async function build(root: string): Promise<void> {
  // Taken before: an edit during the build makes it stale.
  const digest = digestSources(root)
  rmSync(stampPath(root), { force: true })
  const done = showProgress()
  try {
    await runNextBuild(root)
    await compressStatic(join(root, '.next', 'static'))
  } finally {
    done()
  }
  writeFileSync(stampPath(root), digest)
}

/**
 * Builds the pages unless the build that is there was made from the very same sources. Two starts at once build once.
 * @throws with a sentence where this user may not write what it would have to build
 */
export async function ensureBuild(root: string): Promise<void> {
  if (isFresh(root)) return
  try {
    await withFolderLock(join(root, '.build', 'lock'), longestBuildMs, async () => {
      if (!isFresh(root)) await build(root)
    })
  } catch (error) {
    if (!isReadOnly(error)) throw error
    throw new Error(notBuilt(root, 'The pages are not built, or older than their sources'), { cause: error })
  }
}
