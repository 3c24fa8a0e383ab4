import type { z } from 'zod'
import { fields, list, text } from '@/lib/ocpp/read/tolerant'

/** A token as a message brought it; `isMac`: the station says that it is a MAC address. */
export type SentToken = { token: string; isMac: boolean }

/** What OCPP 2.0.1 says of who charges: a token, and what else is known of it, such as the MAC address beside an eMAID. */
export const IdToken = fields({
  idToken: text,
  type: text,
  additionalInfo: list(fields({ additionalIdToken: text, type: text })),
})

/** Its tokens: the first that means a vehicle counts. */
export function tokensOf({ idToken, type, additionalInfo }: z.output<typeof IdToken>): SentToken[] {
  const said = [
    { token: idToken, type },
    ...additionalInfo.map((each) => ({ token: each.additionalIdToken, type: each.type })),
  ]
  return said.flatMap(({ token, type: kind }) =>
    token === undefined ? [] : [{ token, isMac: /^macaddress$/i.test(kind ?? '') }],
  )
}
