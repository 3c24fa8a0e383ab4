import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
let program: string

/** A process that says when its orderly end has begun, and takes as long for it as its argument says. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readyline-signal-'))
  program = join(folder, 'process.mjs')
  await build({
    stdin: {
      contents: `import { onSignal } from '@/scripts/launch/on-signal'
        const ms = Number(process.argv[2])
        onSignal(() => {
          process.stderr.write('ending')
          if (Number.isNaN(ms)) return Promise.reject(new Error('stuck'))
          return new Promise((fulfil) => setTimeout(fulfil, ms))
        })
        setInterval(() => {}, 1000)
        process.stderr.write('ready')`,
      resolveDir: process.cwd(),
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as cr } from 'node:module'; const require = cr(import.meta.url);" },
    alias: { '@': process.cwd() },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(endTakes: string): Promise<{ child: ChildProcess; exitCode: Promise<unknown> }> {
  const child = spawn(process.execPath, [program, endTakes], { stdio: ['ignore', 'ignore', 'pipe'] })
  const exitCode = once(child, 'exit').then(([code]) => code)
  await once(child.stderr as NodeJS.ReadableStream, 'data')
  return { child, exitCode }
}

async function send(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await once(child.stderr as NodeJS.ReadableStream, 'data')
}

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends the process in order, with exit code 0', async (signal) => {
    const { child, exitCode } = await start('50')
    await send(child, signal)
    expect(await exitCode).toBe(0)
  })

  it('that comes twice at once, as Ctrl-C under npm does, still ends it in order', async () => {
    const { child, exitCode } = await start('300')
    await send(child, 'SIGINT')
    child.kill('SIGINT')
    expect(await exitCode).toBe(0)
  })

  it('that comes again later ends it at once', async () => {
    const { child, exitCode } = await start('60000')
    await send(child, 'SIGINT')
    await sleep(1_100)
    child.kill('SIGINT')
    expect(await exitCode).toBe(130)
  })

  it('makes the exit code 1 when the end in order fails', async () => {
    const { child, exitCode } = await start('never')
    await send(child, 'SIGTERM')
    expect(await exitCode).toBe(1)
  })
})
