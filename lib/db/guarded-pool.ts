import type { PendingQuery, Sql, TransactionSql } from 'postgres'
import { announcer, newsOf } from '@/lib/db/announce'
import { isDatabaseAway } from '@/lib/db/database-away'
import { currentDeadline } from '@/lib/db/deadline'
import { refuseWithoutRoom } from '@/lib/db/disk-room'
import { insideTransaction, refuseSecondConnection } from '@/lib/db/open-transaction'
import type { Turnstile } from '@/lib/db/turnstile'

type Work = (tx: TransactionSql) => unknown
type Unsafe = Sql['unsafe']
type Query = PendingQuery<never[]>
/** Sends one statement and waits for its answer. */
type Send = (statement: string, ask: () => { query: Query; answer: PromiseLike<unknown> }) => Promise<unknown>

/**
 * The pool as Drizzle uses it, with what must hold of every statement of the app: whoever has a transaction open cannot
 * ask for another connection (open-transaction.ts), nobody waits long for one (turnstile.ts), nothing runs on when the
 * time of its request is over (deadline.ts), and nothing is written to a disk that is full (disk-room.ts). After a commit
 * those who follow the rows, and those who plan, are told to look at them (announce.ts).
 */
export function guardedPool(pool: Sql, turnstile: Turnstile): Sql {
  const tell = announcer(pool)
  const send: Send = async (statement, ask) => {
    refuseSecondConnection(statement)
    const writes = isWrite(statement)
    if (writes) refuseWithoutRoom()
    currentDeadline()?.check({ writes })
    const leave = await turnstile.enter()
    try {
      currentDeadline()?.check({ writes })
      const answer = await watched(ask, writes)
      if (writes) tell(newsOf(statement))
      return answer
    } catch (error) {
      throw seen(error, turnstile)
    } finally {
      leave()
    }
  }
  return shown(pool, {
    unsafe: unsafeThrough(pool.unsafe, send),
    begin: async (...given: unknown[]) => {
      refuseSecondConnection('begin')
      const transaction: Transaction = { writes: false, news: new Set() }
      const options = given.length > 1 ? String(given[0]) : ''
      const result = await begin(pool, turnstile, { options, work: given[given.length - 1] as Work, transaction })
      tell(transaction.news)
      return result
    },
  })
}

/** What a transaction has done so far: whether it writes, and what is to be said when it is committed. */
type Transaction = { writes: boolean; news: Set<string> }
type Begun = { options: string; work: Work; transaction: Transaction }

async function begin(pool: Sql, turnstile: Turnstile, { options, work, transaction }: Begun): Promise<unknown> {
  const deadline = currentDeadline()
  deadline?.check({ writes: true })
  const leave = await turnstile.enter()
  const run = (commits: (stores: boolean) => void) =>
    pool.begin(options, (tx) =>
      insideTransaction(async () => {
        const result = await work(guardedTransaction(tx, transaction))
        commits(transaction.writes)
        return result
      }),
    )
  try {
    return await (deadline ? deadline.watchTransaction(run) : run(() => {}))
  } catch (error) {
    throw seen(error, turnstile)
  } finally {
    leave()
  }
}

/** When the database is away, nobody waits for a connection to it. */
function seen(error: unknown, turnstile: Turnstile): unknown {
  if (error instanceof Error && isDatabaseAway(error)) turnstile.refuseWaiting(error)
  return error
}

function guardedTransaction(tx: TransactionSql, transaction: Transaction): TransactionSql {
  const send: Send = (statement, ask) => {
    if (isWrite(statement)) {
      refuseWithoutRoom()
      transaction.writes = true
      for (const each of newsOf(statement)) transaction.news.add(each)
    }
    // Of a transaction that is over nothing is left: whatever it would still do is to be undone.
    currentDeadline()?.check({ writes: true })
    return watched(ask, false)
  }
  return shown(tx, {
    unsafe: unsafeThrough(tx.unsafe, send),
    savepoint: (work: Work) => tx.savepoint((part) => work(guardedTransaction(part, transaction))),
  })
}

function watched(ask: Parameters<Send>[1], stores: boolean): Promise<unknown> {
  const { query, answer } = ask()
  const deadline = currentDeadline()
  return deadline ? deadline.watch(query, stores, () => answer) : Promise.resolve(answer)
}

/** The driver sends a statement when it is first waited for; so does this. */
function unsafeThrough(unsafe: Unsafe, send: Send): unknown {
  return (...given: Parameters<Unsafe>) => {
    const make = () => unsafe(...given) as unknown as Query
    const ask = (form: 'rows' | 'values') => () => {
      const query = make()
      return { query, answer: form === 'rows' ? query : query.values() }
    }
    const sent = (form: 'rows' | 'values') => send(given[0], ask(form))
    return {
      // biome-ignore lint/suspicious/noThenProperty: it stands for the driver's query, which is one that is waited for
      then: (...hooks: Parameters<Promise<unknown>['then']>) => sent('rows').then(...hooks),
      values: () => sent('values'),
    }
  }
}

function shown<T extends object>(target: T, instead: Record<string, unknown>): T {
  return new Proxy(target, {
    get: (_, name) => (typeof name === 'string' && name in instead ? instead[name] : Reflect.get(target, name)),
  })
}

/** Whether a statement may change something, by its words: one too many is waited for, never one too few. */
function isWrite(statement: string): boolean {
  return /\b(insert|update|delete|lock)\b/i.test(statement)
}
