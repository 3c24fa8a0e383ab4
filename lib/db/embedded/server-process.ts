import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import type { ServerUser } from '@/lib/db/embedded/server-user'

const run = promisify(execFile)

/** As whom, and in which folder, PostgreSQL's programs run. The user must be able to enter the folder. */
export type Surroundings = { user: ServerUser | null; cwd: string }

/** Not the app's secrets, nor PGDATA and its like, which are meant for another server. */
const passedOn = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']

/** A clock that was shifted for the app, as tests do, is the server's too. */
const ofTheClock = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_DONT_FAKE_MONOTONIC', 'FAKETIME_DONT_RESET']

function environment(): Record<string, string | undefined> {
  const names = process.env.FAKETIME === undefined ? passedOn : [...passedOn, ...ofTheClock]
  const kept = names.map((name) => [name, process.env[name]] as const)
  return { ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), LC_ALL: 'C', TZ: 'UTC' }
}

function options({ user, cwd }: Surroundings) {
  return { cwd, env: environment() as NodeJS.ProcessEnv, ...(user && { uid: user.uid, gid: user.gid }) }
}

/** Runs a program to its end. @returns what it printed @throws with what it said when it fails */
export async function runProgram(program: string, args: string[], where: Surroundings): Promise<string> {
  try {
    return (await run(program, args, options(where))).stdout
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    throw new Error(stderr?.trim() || message)
  }
}

/**
 * Starts a program that outlives this process and that a Ctrl-C in the terminal does not reach.
 * @param output file descriptor of its log
 */
export function startDetached(program: string, args: string[], where: Surroundings, output: number): ChildProcess {
  const child = spawn(program, args, { ...options(where), detached: true, stdio: ['ignore', output, output] })
  child.unref()
  return child
}
