// npm run --silent plan -- problem.json   (or - for stdin): a depot-problem/1 in, a depot-plan/1 on stdout.
// Exit code 2 and a line per fault on stderr for a malformed problem.
import { readFileSync, writeSync } from 'node:fs'
import { decodeText } from '@/lib/import/decode-text'
import { parseProblem } from '@/lib/planner/parse-problem'
import { planDepot } from '@/lib/planner/plan-depot'

function readJson(file: string): unknown {
  return JSON.parse(decodeText(readFileSync(file === '-' ? 0 : file)))
}

/** Writes all of it even into a slow pipe: a process that exits early would cut off a big plan. */
function writeAll(text: string): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(1, bytes, done)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

function main(file: string | undefined): number {
  if (file === undefined) {
    console.error('Say which problem to plan: npm run --silent plan -- problem.json   (or - for stdin)')
    return 2
  }
  let json: unknown
  try {
    json = readJson(file)
  } catch (error) {
    console.error(`${file}: cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
  const parsed = parseProblem(json)
  if ('faults' in parsed) {
    for (const { path, message } of parsed.faults) console.error(`${path}: ${message}`)
    return 2
  }
  writeAll(`${JSON.stringify(planDepot(parsed.problem))}\n`)
  return 0
}

process.exitCode = main(process.argv[2])
