import type { Sql, TransactionSql } from 'postgres'
import { insideTransaction, refuseSecondConnection } from '@/lib/db/open-transaction'

/** What Drizzle uses of the driver. */
type Begin = (...given: [string, Work] | [Work]) => Promise<unknown>
type Work = (tx: TransactionSql) => unknown

/**
 * The pool as Drizzle uses it, where whoever has a transaction open cannot ask for another connection
 * (`refuseSecondConnection`).
 */
export function oneConnectionEach(pool: Sql): Sql {
  const unsafe: Sql['unsafe'] = (statement, ...more) => {
    refuseSecondConnection(statement)
    return pool.unsafe(statement, ...more)
  }
  const begin: Begin = (...given) => {
    refuseSecondConnection('begin')
    const work = given[given.length - 1] as Work
    const options = given.length > 1 ? (given[0] as string) : ''
    return pool.begin(options, (tx) => insideTransaction(async () => work(tx)))
  }
  return new Proxy(pool, {
    get: (target, name) => (name === 'unsafe' ? unsafe : name === 'begin' ? begin : Reflect.get(target, name)),
  })
}
