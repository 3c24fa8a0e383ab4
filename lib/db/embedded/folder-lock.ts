import { randomBytes } from 'node:crypto'
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, ownIdentity, type ProcessIdentity } from '@/lib/db/embedded/process-identity'

type Claim = { holder: ProcessIdentity; released: boolean }

/*
 * Node has no flock, and a lock file that is removed when its holder seems dead can be removed twice: once rightly and
 * once from under the next holder. So nothing is ever taken from anybody here. Claims are numbered (lock.1, lock.2, …);
 * the highest number counts; a new claim is made, exclusively, only once the highest is released or its holder is
 * dead, and only the holder of a higher claim removes lower ones. The highest claim is therefore never removed.
 */
const pattern = /^lock\.(\d+)$/

function highestClaim(folder: string): number {
  const numbers = readdirSync(folder).map((name) => Number(pattern.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

function claimPath(folder: string, number: number): string {
  return join(folder, `lock.${number}`)
}

/** As long whether it is released or not. */
function contentOf(claim: Claim): string {
  return JSON.stringify(claim).padEnd(JSON.stringify({ ...claim, released: false }).length)
}

/** Makes the claim with its content in one step; false when somebody else has made it. */
function makeClaim(folder: string, number: number): boolean {
  const draft = join(folder, `draft.${randomBytes(8).toString('hex')}`)
  try {
    writeFileSync(draft, contentOf({ holder: ownIdentity(), released: false }), { mode: 0o600 })
    linkSync(draft, claimPath(folder, number))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function readClaim(folder: string, number: number): Claim | null {
  try {
    return JSON.parse(readFileSync(claimPath(folder, number), 'utf8')) as Claim
  } catch (error) {
    // Gone: a higher claim has come meanwhile.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    // Torn by a power loss: whoever wrote it does not run any more.
    return { holder: { pid: 0, birth: '' }, released: true }
  }
}

function removeStaleLocks(folder: string, mine: number): void {
  for (const name of readdirSync(folder)) {
    const number = Number(pattern.exec(name)?.[1] ?? Number.POSITIVE_INFINITY)
    if (number < mine) rmSync(join(folder, name), { force: true })
  }
}

/** One attempt: the number of our claim, or who holds the lock. */
function tryAcquire(folder: string): number | ProcessIdentity | null {
  const highest = highestClaim(folder)
  const claim = highest === 0 ? null : readClaim(folder, highest)
  if (highest > 0 && claim === null) return null
  if (claim && !claim.released && isRunning(claim.holder)) return claim.holder
  const mine = highest + 1
  if (!makeClaim(folder, mine)) return null
  if (highestClaim(folder) !== mine) {
    // Others went on while we looked at an old claim; ours is below theirs and counts for nothing.
    rmSync(claimPath(folder, mine), { force: true })
    return null
  }
  removeStaleLocks(folder, mine)
  return mine
}

/** In place, because a full disk has no room for another file. Who reads half of it takes it for released, as it is. */
function release(folder: string, mine: number): void {
  const file = openSync(claimPath(folder, mine), 'r+')
  try {
    writeSync(file, contentOf({ holder: ownIdentity(), released: true }), 0)
  } finally {
    closeSync(file)
  }
}

/**
 * Runs `work` while no other process (and no other call in this one) runs work under the same folder's lock.
 * The lock of a process that was killed is free at once.
 * @param folder is made when absent; holds nothing but the lock's own files
 * @throws when the lock is not to be had within `timeoutMs`, naming its holder
 */
export async function withFolderLock<T>(folder: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const giveUpAt = performance.now() + timeoutMs
  let mine = tryAcquire(folder)
  while (typeof mine !== 'number') {
    if (performance.now() > giveUpAt) {
      const holder = mine === null ? 'another process' : `process ${mine.pid}`
      throw new Error(`${holder} has held the lock in ${folder} for too long. Wait for it or end it, then try again.`)
    }
    await sleep(10 + Math.random() * 20)
    mine = tryAcquire(folder)
  }
  try {
    return await work()
  } finally {
    release(folder, mine)
  }
}
