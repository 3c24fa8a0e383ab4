// Runs after npm install. Two defects of postgres.js 3.4.9 make a lost connection worse than it is; these are guards
// against them until a version has its own:
// - A connection lost in the middle of a transaction ends the process, because the rollback is written to a socket that
//   is gone, from a timer where nobody can catch it (porsager/postgres#1208), or to one that is going and never answers,
//   so that the query waits for ever. Now what was written there is rejected.
// - The error with which a server says goodbye fails the first query after the connection is back. Now it is forgotten.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const driver = resolve(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'postgres')
const guards = [
  {
    before: '  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)',
    after: `  function nextWrite(fn) {
    if (socket === null || socket.destroyed) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      const lost = Errors.connection('CONNECTION_CLOSED', options, socket)
      query && queryError(query, lost)
      while (sent.length)
        queryError(sent.shift(), lost)
      return true
    }
    const x = socket.write(chunk, fn)`,
  },
  {
    before: '    socket.removeAllListeners()\n    socket = null\n\n    if (initial)',
    after: '    socket.removeAllListeners()\n    socket = errorResponse = null\n\n    if (initial)',
  },
]

for (const file of [join(driver, 'src', 'connection.js'), join(driver, 'cjs', 'src', 'connection.js')]) {
  const source = readFileSync(file, 'utf8')
  const missing = guards.filter(({ after }) => !source.includes(after))
  if (missing.length === 0) continue
  if (missing.some(({ before }) => !source.includes(before))) {
    console.error(
      `${file} is not the version that scripts/patch-driver.mjs mends. Remove the script if that one is sound.`,
    )
    continue
  }
  // A new file under the same name: the old one may be shared with other folders.
  const mended = missing.reduce((text, { before, after }) => text.replace(before, after), source)
  writeFileSync(`${file}.mended`, mended)
  renameSync(`${file}.mended`, file)
}
