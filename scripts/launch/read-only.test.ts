import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nobody } from '@/lib/db/embedded/server-user'
import { bundle } from '@/scripts/bundle.mjs'
import { ensureBuild } from '@/scripts/launch/ensure-build'

const run = promisify(execFile)
let folder: string
let root: string
let program: string

/** A project with a page, and a program that makes sure of its build and says what came of it. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readyline-read-only-'))
  root = join(folder, 'project')
  program = join(folder, 'program.mjs')
  const next = join(root, 'node_modules/next/dist/bin')
  for (const each of [next, join(root, 'app')]) mkdirSync(each, { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"type":"commonjs"}')
  writeFileSync(join(root, 'app/page.tsx'), 'export default () => null')
  writeFileSync(
    join(next, 'next'),
    `const { mkdirSync, writeFileSync } = require('node:fs')
     mkdirSync('.next/static', { recursive: true })
     writeFileSync('.next/BUILD_ID', 'x')`,
  )
  await build({
    stdin: {
      contents: `import { ensureBuild } from '@/scripts/launch/ensure-build'
        ensureBuild(process.argv[2]).then(() => console.log('it runs as it was built'), (error) => console.log(error.message))`,
      resolveDir: process.cwd(),
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as cr } from 'node:module'; const require = cr(import.meta.url);" },
    alias: { '@': process.cwd() },
  })
  chmodSync(folder, 0o755)
})
afterEach(() => {
  setMode(0o755)
  rmSync(folder, { recursive: true, force: true })
})

function setMode(mode: number): void {
  const below = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const each of [root, ...below.map((entry) => join(entry.parentPath, entry.name))]) chmodSync(each, mode)
}

/** Runs the program as a user who may not write in the project: root may always, so as root it is somebody else. */
async function startWithoutRights(): Promise<string> {
  setMode(0o555)
  const other = process.getuid?.() === 0 ? { uid: nobody().uid, gid: nobody().gid } : {}
  const { stdout } = await run(process.execPath, [program, root], {
    ...other,
    cwd: folder,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'silent' },
  })
  setMode(0o755)
  return stdout.trim()
}

it('starts as it was built where nothing can be written', async () => {
  await ensureBuild(root)
  expect(await startWithoutRights()).toBe('it runs as it was built')
})

it('says what to run, and as whom, where it is not built', async () => {
  expect(await startWithoutRights()).toBe(
    `The pages are not built, or older than their sources, and this user may not write in ${root}. Run this once as a user who may, then start again: npm run build`,
  )
})

it('does not write a command line again that is up to date', async () => {
  const written = statSync(await bundle('plan'))
  const again = statSync(await bundle('plan'))
  expect([again.ino, again.mtimeMs]).toEqual([written.ino, written.mtimeMs])
})
