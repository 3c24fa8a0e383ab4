// Bundles our command lines with esbuild (npm packages stay external), so that all of them run on plain Node 20.
// A module of its own: run.mjs is not done loading while the command that it has imported runs, so a command that
// imports run.mjs would wait for itself.
import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

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

/** Bundles `<folder>/<name>.ts` to `.build/<name>.mjs` and returns that path; safe when two processes do it at once. */
export async function bundle(name, folder = 'scripts') {
  const out = join(root, '.build', `${name}.mjs`)
  const draft = join(root, '.build', `${name}.${process.pid}.mjs`)
  mkdirSync(dirname(out), { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: [join(folder, `${name}.ts`)],
    outfile: draft,
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
  renameSync(draft, out)
  return out
}
