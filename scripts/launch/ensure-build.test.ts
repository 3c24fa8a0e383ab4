import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuild } from '@/scripts/launch/ensure-build'

let root: string

/** A project with a page, and a `next build` that counts how often it was called. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'readyline-build-'))
  const next = join(root, 'node_modules/next/dist/bin')
  for (const folder of [next, join(root, 'app'), join(root, 'lib')]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"type":"commonjs"}')
  writeFileSync(join(root, 'app/page.tsx'), 'export default () => null')
  setNext('')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function setNext(first: string): void {
  writeFileSync(
    join(root, 'node_modules/next/dist/bin/next'),
    `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
     ${first}
     mkdirSync('.next/static', { recursive: true })
     writeFileSync('.next/BUILD_ID', 'x')
     writeFileSync('.next/static/app.js', 'let a;'.repeat(1000))
     appendFileSync('builds', process.argv[2] + ' ' + process.env.NODE_ENV + '\\n')`,
  )
}

function builds(): string[] {
  const file = join(root, 'builds')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

describe('ensureBuild', () => {
  it('builds for production where there is no build', async () => {
    await ensureBuild(root)
    expect(builds()).toEqual(['build production'])
  })

  it('leaves each script of the pages compressed beside it', async () => {
    await ensureBuild(root)
    const sizeOf = (name: string) => readFileSync(join(root, '.next/static', name)).length
    for (const name of ['app.js.br', 'app.js.gz']) expect(sizeOf(name)).toBeLessThan(sizeOf('app.js') / 10)
  })

  it('does not build again what has not changed', async () => {
    await ensureBuild(root)
    await ensureBuild(root)
    expect(builds()).toHaveLength(1)
  })

  it.each([
    ['a page was edited', () => writeFileSync(join(root, 'app/page.tsx'), 'export default () => 1')],
    ['a page was added', () => writeFileSync(join(root, 'app/other.tsx'), '')],
    ['a page was removed', () => rmSync(join(root, 'app/page.tsx'))],
    ['a package changed', () => writeFileSync(join(root, 'package-lock.json'), '{}')],
    ['the build was removed', () => rmSync(join(root, '.next'), { recursive: true })],
  ])('builds again when %s', async (_, change) => {
    await ensureBuild(root)
    change()
    await ensureBuild(root)
    expect(builds()).toHaveLength(2)
  })

  it('does not build again for a test', async () => {
    await ensureBuild(root)
    writeFileSync(join(root, 'lib/some.test.ts'), '')
    await ensureBuild(root)
    expect(builds()).toHaveLength(1)
  })

  it('builds once when two start at the same time', async () => {
    await Promise.all([ensureBuild(root), ensureBuild(root)])
    expect(builds()).toHaveLength(1)
  })

  it('shows what a failed build said, and tries again the next time', async () => {
    setNext(`console.error('page.tsx: oh no'); process.exit(1)`)
    await expect(ensureBuild(root)).rejects.toThrow(/oh no[\s\S]*The build has failed/)
    setNext('')
    await ensureBuild(root)
    expect(builds()).toHaveLength(1)
  })
})
