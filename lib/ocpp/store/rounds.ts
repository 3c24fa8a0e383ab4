import type { Database } from '@/lib/db/client'
import { type Answered, admit, type Knock } from '@/lib/ocpp/door/admit'
import type { SentToken } from '@/lib/ocpp/mapping/id-token'
import { Batches } from '@/lib/ocpp/store/batches'
import { type Claimed, type ConnectionClaim, claimConnections, releaseConnections } from '@/lib/ocpp/store/connections'
import { identify } from '@/lib/ocpp/store/identify'
import type { Identity } from '@/lib/stations/station-state'

const ROUND = { mostAtOnce: 200 }
const KNOCKS = { ...ROUND, mostWaiting: 2_000 }
/** By depot: the rows of one whose messages are just stored are held. */
const OF_DEPOTS = { ...ROUND, sideBySide: 2 }

/**
 * What a station needs of the database to come, to speak and to go, for many at once: those that come while a round of
 * statements is under way share the next one, so that a thousand that come back together hold one connection for each of
 * these and for a moment.
 */
export class Rounds {
  private readonly knocks: Batches<Knock, Answered>
  private readonly claims: Batches<ConnectionClaim, Claimed | null>
  private readonly releases: Batches<ConnectionClaim, boolean>
  private readonly tokens: Batches<readonly SentToken[], Map<string, Identity>>

  constructor(db: Database) {
    this.knocks = new Batches((knocks) => admit(db, knocks, Date.now()), KNOCKS)
    this.claims = new Batches((claims) => claimConnections(db, claims, Date.now()), OF_DEPOTS)
    this.releases = new Batches((claims) => releaseConnections(db, claims), OF_DEPOTS)
    this.tokens = new Batches((messages) => identify(db, messages), ROUND)
  }

  /**
   * Whether a station may connect.
   * @param isThere whether it still waits at the door: one that has gone takes no place of another
   * @throws Refusal `unavailable` where too many knock, or where it has gone
   */
  admit(knock: Knock, isThere?: () => boolean): Promise<Answered> {
    return this.knocks.add(knock, '', isThere)
  }

  /** @param depot where its station was when it knocked @returns null: the connection does not count */
  claim(claim: ConnectionClaim, depot: string): Promise<Claimed | null> {
    return this.claims.add(claim, depot)
  }

  /** @returns whether its station has no connection that counts: it may have come back, also at another process */
  release(claim: ConnectionClaim, depot: string): Promise<boolean> {
    return this.releases.add(claim, depot)
  }

  /** The vehicles that a message's tokens mean, by token. */
  async identify(tokens: readonly SentToken[]): Promise<ReadonlyMap<string, Identity>> {
    return tokens.length > 0 ? this.tokens.add(tokens) : new Map()
  }
}
