// Runs one of our command lines: bundles scripts/<name>.ts and imports it. One mechanism for the launcher, the worker
// and every command.
import { pathToFileURL } from 'node:url'
import { stop } from 'esbuild'
import { bundle, bundlePlannerThread } from './bundle.mjs'

const name = process.argv[2]
if (!name || !/^[a-z-]+$/.test(name)) {
  console.error('Say which command to run: node scripts/run.mjs <name> [arguments]')
  process.exit(2)
}
// Libraries look at it when they are loaded, so it is set before anything is.
process.env.NODE_ENV ??= name === 'dev' ? 'development' : 'production'
const [file, thread] = await Promise.all([bundle(name), bundlePlannerThread()]).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
// Where the planner's threads start from.
process.env.PLANNER_THREAD = thread
// esbuild's own process would stay for as long as the command runs.
await stop()
process.argv.splice(1, 2, file)
await import(pathToFileURL(file).href)
