import type { Draft } from '@/lib/ocpp/mapping/draft'
import type { Answer } from '@/lib/ocpp/socket/station-socket'

/** What is to be asked of a station after a message was answered. */
export type Question = 'abilities' | 'statuses'

/** How one action of a station is understood: it writes into the draft what it says, and answers. */
export type Handler = (draft: Draft) => { payload: object; ask?: Question }
export type Handlers = Record<string, Handler>

/** What one message leads to. */
export type Mapped = Pick<Draft, 'state' | 'events' | 'claims'> & { answer: Answer; ask?: Question }
