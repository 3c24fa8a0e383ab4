// Runs after npm install. Guards against five defects of postgres.js 3.4.9, until a version has its own:
// - A connection lost in the middle of a transaction ends the process, because the rollback is written to a socket that
//   is gone, from a timer where nobody can catch it (porsager/postgres#1208), or to one that is going and never answers,
//   so that the query waits for ever. Now what was written there is rejected.
// - A connection lost in the moment when it asks for the array types ends the process, too: nobody takes the rejection of
//   that question. Now it is taken; the query that made the connection has been told already.
// - The error with which a server says goodbye fails the first query after the connection is back. Now it is forgotten.
// - A COMMIT that the server answers with ROLLBACK, as it does in a transaction that has failed, passes for a commit: what
//   was acknowledged is not stored. Now it is an error.
// - A statement that fails or is cancelled after its first rows leaves their number behind: the next one's rows on that
//   connection come after so many holes, and its first row seems to be missing. Now each statement counts from 0.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// This file is in scripts/, and where it is bundled into a command in .build/: both are in the project's folder.
const driver = resolve(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'postgres')
const connection = [
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
  {
    before: '        return fetchArrayTypes()\n',
    after: '        return fetchArrayTypes().catch(() => {})\n',
  },
  {
    before: '    query = results = errorResponse = null\n    result = new Result()',
    after: '    query = results = errorResponse = null\n    rows = 0\n    result = new Result()',
  },
]

const transaction = [
  {
    before: '          : await sql`commit`\n',
    after: `          : await sql\`commit\`.then(x => {
            if (x.command !== 'COMMIT')
              throw Errors.generic('COMMIT_ROLLED_BACK', 'The server answered COMMIT with ' + x.command + ': nothing of the transaction is stored')
          })
`,
  },
]
const guarded = [
  { file: join('src', 'connection.js'), guards: connection },
  { file: join('cjs', 'src', 'connection.js'), guards: connection },
  { file: join('src', 'index.js'), guards: transaction },
  { file: join('cjs', 'src', 'index.js'), guards: transaction },
]

/** Whether every guard is in the driver in this folder, which is that of this installation unless it is said. */
export function isDriverPatched(folder = driver) {
  return guarded.every(({ file, guards }) => {
    const source = readFileSync(join(folder, file), 'utf8')
    return guards.every(({ after }) => source.includes(after))
  })
}

function patch({ file, guards }) {
  const path = join(driver, file)
  const source = readFileSync(path, 'utf8')
  const missing = guards.filter(({ after }) => !source.includes(after))
  if (missing.length === 0) return
  if (missing.some(({ before }) => !source.includes(before))) {
    console.error(
      `${path} is not the version that scripts/patch-driver.mjs is for. Remove the script if that one is sound.`,
    )
    return
  }
  // A new file under the same name: the old one may be shared with other folders.
  const patched = missing.reduce((text, { before, after }) => text.replace(before, () => after), source)
  writeFileSync(`${path}.patched`, patched)
  renameSync(`${path}.patched`, path)
}

if (basename(process.argv[1] ?? '') === 'patch-driver.mjs') for (const one of guarded) patch(one)
