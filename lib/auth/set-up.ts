import { hashPassword } from 'better-auth/crypto'
import { lockAdministrators } from '@/lib/auth/administrators'
import { type Attempt, countAttempt, forgiveAttempt, type Limit } from '@/lib/auth/attempts'
import { insertStaff } from '@/lib/auth/insert-staff'
import { asPrincipal, recordStaff } from '@/lib/auth/record-access'
import { sameSecret } from '@/lib/auth/secret'
import { ensureSetupToken, forgetSetupToken } from '@/lib/auth/setup-token'
import { startSession } from '@/lib/auth/sign-in'
import { type Context, SYSTEM } from '@/lib/context'
import type { Session, SetupInput } from '@/lib/contract/access'
import type { Database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

const WRONG_TOKENS: Limit = { name: 'setup', most: 20, windowMs: 60_000 }

type Input = SetupInput & { address: string }
/** Makes the demo depot; given by the caller, because this room knows nothing of depots. */
type MakeDemo = (context: Context) => Promise<unknown>

/**
 * Makes the first administrator, with the demo depot if wanted, and signs them in. However many call at once, one
 * succeeds; if anything fails, nothing was made.
 * @param input.address where the call comes from, for counting wrong tokens
 * @throws Refusal 401 for a wrong token; 409 when there is an administrator already; 429 after too many wrong tokens
 */
export async function setUp(
  { db, now }: Pick<Context, 'db' | 'now'>,
  input: Input,
  makeDemo: MakeDemo,
): Promise<{ session: Session; setCookie: string }> {
  const attempts: Attempt[] = [{ limit: WRONG_TOKENS, of: input.address }]
  await countAttempt(db, attempts, now)
  await checkToken(db, input.token)
  await forgiveAttempt(db, attempts)
  const passwordHash = await hashPassword(input.password)
  await inTransaction(db, async (transaction) => {
    await lockAdministrators(transaction)
    await checkToken(transaction, input.token)
    const { name, email } = input
    const first = await insertStaff(transaction, { name, email, passwordHash, role: 'admin', locationUids: null }, now)
    await recordStaff({ db: transaction, who: asPrincipal(first), now }, { before: null, after: first })
    await forgetSetupToken(transaction)
    if (input.demo) await makeDemo({ db: transaction, now, who: SYSTEM })
  })
  return startSession(input.email, input.password)
}

async function checkToken(db: Database, presented: string): Promise<void> {
  const expected = await ensureSetupToken(db)
  if (expected === null) throw new Refusal('conflict', 'Readyline is set up already. Sign in instead.')
  if (!sameSecret(presented, expected))
    throw new Refusal(
      'unauthorised',
      'The setup token is wrong. The console printed the right one when the app started.',
    )
}
