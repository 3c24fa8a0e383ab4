// Bundles our command lines with esbuild (npm packages stay external), so that all of them run on plain Node 20.
// A module of its own: run.mjs is not done loading while the command that it has imported runs, so a command that
// imports run.mjs would wait for itself.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { isReadOnly, notBuilt } from './read-only.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * The module `readyline:api-routes`: every route.ts below app/api with its path, read from the folder, so that the
 * server that calls the handlers directly and Next's own router always know the same routes.
 */
const apiRoutes = {
  name: 'api-routes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^readyline:api-routes$/ }, (args) => ({ path: args.path, namespace: 'api-routes' }))
    onLoad({ filter: /.*/, namespace: 'api-routes' }, () => {
      const files = readdirSync(join(root, 'app', 'api'), { recursive: true })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => /(^|\/)route\.ts$/.test(file))
        .sort()
      const imports = files.map((file, index) => `import * as r${index} from ${JSON.stringify(`./app/api/${file}`)}`)
      const list = files.map((file, index) => {
        const path = `/${file.replace(/\/?route\.ts$/, '')}`
        return `{ path: ${JSON.stringify(path)}, exports: r${index} }`
      })
      return { contents: `${imports.join('\n')}\nexport default [${list.join(', ')}]`, resolveDir: root, loader: 'ts' }
    })
  },
}

/**
 * Bundles `<folder>/<name>.ts` to `.build/<name>.mjs` and returns that path; safe when two processes do it at once.
 * Nothing is written where that file is up to date, so that an installation that cannot be written runs as it was built.
 */
export async function bundle(name, folder = 'scripts') {
  const out = join(root, '.build', `${name}.mjs`)
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, `${name}.ts`)],
    outfile: out,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@': root },
    plugins: [apiRoutes],
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  const [{ contents }] = outputFiles
  if (!existsSync(out) || !readFileSync(out).equals(contents)) replace(out, contents)
  return out
}

/** Bundles what the planner's threads run, and returns its path. */
export function bundlePlannerThread() {
  return bundle('planner-tasks', 'lib/planning/worker')
}

function replace(out, contents) {
  const draft = out.replace(/mjs$/, `${process.pid}.mjs`)
  try {
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(draft, contents)
    renameSync(draft, out)
  } catch (error) {
    if (!isReadOnly(error)) throw error
    throw new Error(notBuilt(root, `${out} is missing or older than its sources`), { cause: error })
  }
}
