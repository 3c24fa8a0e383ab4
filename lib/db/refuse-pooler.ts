import postgres from 'postgres'

/** Several looks: a pooler with many free servers may by chance give the same one twice. */
const LOOKS = 4

/**
 * Refuses a database behind a pooler that gives one session's statements to several servers (PgBouncer's transaction
 * and statement modes): prepared statements, session locks and time limits break there, and what was acknowledged is
 * lost. Such a pooler shows itself in two ways: a session's server changes, or is another's at the same time.
 * @param url the PostgreSQL URL of the configuration
 * @throws with a sentence that says what to do
 */
export async function refusePooler(url: string): Promise<void> {
  const open = () => postgres(url, { max: 1, prepare: false, connect_timeout: 10, onnotice: () => {} })
  const [session, other] = [open(), open()]
  try {
    if (await sharesServers(session, other)) throw new Error(SENTENCE)
  } catch (error) {
    throw isPoolersWord(error) ? new Error(SENTENCE, { cause: error }) : error
  } finally {
    await Promise.all([session.end({ timeout: 5 }), other.end({ timeout: 5 })])
  }
}

const SENTENCE =
  'DATABASE_URL leads to a connection pooler that shares sessions (PgBouncer in transaction mode, for one). Behind it writes would be acknowledged and lost. Set DATABASE_URL to the address of PostgreSQL itself, or of a pooler in session mode that passes startup parameters on.'

type Session = ReturnType<typeof postgres>

async function sharesServers(session: Session, other: Session): Promise<boolean> {
  const first = await serverOf(session)
  if (!(await hasTransactions(other))) return true
  for (let look = 0; look < LOOKS; look++) {
    const shared = await other.begin(async (tx) => {
      if ((await serverOf(tx)) === first) return true
      // While the other transaction holds a server, the session may be given only one that is left.
      return (await serverOf(session)) !== first
    })
    if (shared || (await serverOf(session)) !== first) return true
  }
  return false
}

/** A pooler in statement mode cuts the connection off that begins a transaction, and takes the next one. */
async function hasTransactions(session: Session): Promise<boolean> {
  try {
    await session.begin((tx) => serverOf(tx))
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'CONNECTION_CLOSED') throw error
    await serverOf(session)
    return false
  }
}

async function serverOf(session: Pick<Session, 'unsafe'>): Promise<number> {
  const [row] = await session.unsafe<{ pid: number }[]>('select pg_backend_pid() as pid')
  return row?.pid ?? 0
}

/** What PgBouncer says itself: of transactions in statement mode, and of startup parameters that it does not know. */
function isPoolersWord(error: unknown): boolean {
  return error instanceof Error && /statement pooling mode|unsupported startup parameter/i.test(error.message)
}
