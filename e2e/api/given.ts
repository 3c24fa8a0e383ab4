import { askShared } from '@/lib/db/fixtures/ask-shared'

/** What a process of tests has to itself: a server and its database, and the secrets that the server was started with. */
export type Given = { apiUrl: string; databaseUrl: string; bootstrapToken: string; appSecret: string }

// Vitest numbers its processes from 1; one that has ended leaves its number, and with it the server, to the next.
const mine = await askShared<Given>(process.env.API_SERVERS ?? '', process.env.VITEST_POOL_ID)

/** A property of the server that the tests of this process talk to. */
export function given(property: keyof Given): string {
  return mine[property]
}
