import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identify } from '@/lib/db/embedded/process-identity'
import { createLog } from '@/lib/log'
import { keepWorker } from '@/scripts/launch/worker-process'

const log = createLog({ level: 'silent' })
let root: string

/** A project whose worker notes its pid, and notes how it was told to end. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'readyline-worker-'))
  mkdirSync(join(root, 'scripts'))
  setWorker(`process.on('SIGTERM', () => { note('told'); process.exit(0) })`)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function setWorker(behaviour: string): void {
  const notes = JSON.stringify(join(root, 'notes'))
  writeFileSync(
    join(root, 'scripts/run.mjs'),
    `import { appendFileSync } from 'node:fs'
     const note = (text) => appendFileSync(${notes}, text + '\\n')
     process.on('disconnect', () => { note('alone'); process.exit(0) })
     ${behaviour}
     note(process.pid)
     setInterval(() => {}, 1000)`,
  )
}

function notes(): string[] {
  const file = join(root, 'notes')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

async function until(holds: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 20_000
  while (!holds()) {
    if (performance.now() > giveUpAt) throw new Error(`It did not come to pass; the worker noted ${notes().join(', ')}`)
    await sleep(20)
  }
}

describe('keepWorker', () => {
  it('starts the worker again when it dies', async () => {
    const worker = keepWorker(root, log)
    await until(() => notes().length === 1)
    process.kill(Number(notes()[0]), 'SIGKILL')
    await until(() => notes().length === 2)
    await worker.stop(10_000)
    expect(identify(Number(notes()[1]))).toBeNull()
  })

  it('tells the worker to end and lets it', async () => {
    const worker = keepWorker(root, log)
    await until(() => notes().length === 1)
    await worker.stop(10_000)
    expect(notes().slice(1)).toEqual(['told'])
  })

  it('ends a worker by force that does not listen', async () => {
    setWorker(`process.on('SIGTERM', () => note('told'))`)
    const worker = keepWorker(root, log)
    await until(() => notes().length === 1)
    await worker.stop(200)
    expect(identify(Number(notes()[0]))).toBeNull()
  })

  it('takes the worker along when its own process is killed', async () => {
    const program = join(root, 'parent.mjs')
    await build({
      stdin: {
        contents: `import { keepWorker } from '@/scripts/launch/worker-process'
          import { createLog } from '@/lib/log'
          keepWorker(${JSON.stringify(root)}, createLog({ level: 'silent' }))`,
        resolveDir: process.cwd(),
      },
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire as cr } from 'node:module'; const require = cr(import.meta.url);" },
      alias: { '@': process.cwd() },
    })
    const parent = spawn(process.execPath, [program])
    await until(() => notes().length === 1)
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    await until(() => notes()[1] === 'alone')
    await until(() => identify(Number(notes()[0])) === null)
  })
})
