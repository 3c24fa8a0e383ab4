import type { Database } from '@/lib/db/client'
import { sendCommand } from '@/lib/ocpp/send-command'
import type { StationSession } from '@/lib/ocpp/session'
import { giveBackCommands, type TakenCommand, takeCommands } from '@/lib/ocpp/store/commands'

type Held = (stationId: string) => StationSession | undefined

/**
 * Takes the commands that wait for the stations of this process, and sends them. A station that is slow holds up its own
 * commands and no other's.
 */
export class CommandSender {
  /** Stations for which commands may wait. */
  private readonly asked = new Set<string>()
  private isTaking = false

  /** @param inBackground is given each command that is being sent, and sees to it when that fails */
  constructor(
    private readonly db: Database,
    private readonly held: Held,
    private readonly inBackground: (work: Promise<unknown>) => void,
  ) {}

  /** Sends what waits for these stations; what is asked for while a round is under way is taken in the next one. */
  async send(stationIds: readonly string[]): Promise<void> {
    for (const stationId of stationIds) this.asked.add(stationId)
    if (this.isTaking) return
    this.isTaking = true
    try {
      while (this.asked.size > 0) await this.sendRound()
    } finally {
      this.isTaking = false
    }
  }

  private async sendRound(): Promise<void> {
    const stationIds = [...this.asked].filter((id) => this.held(id) !== undefined)
    this.asked.clear()
    try {
      const lost: TakenCommand[] = []
      for (const taken of await takeCommands(this.db, stationIds, Date.now())) {
        const session = this.held(taken.stationId)
        if (session) this.inBackground(sendCommand(this.db, session, taken))
        else lost.push(taken)
      }
      // Their station has gone meanwhile, perhaps to another process.
      await giveBackCommands(this.db, lost)
    } catch (error) {
      for (const id of stationIds) this.asked.add(id)
      throw error
    }
  }
}
