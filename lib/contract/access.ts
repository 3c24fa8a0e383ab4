import { z } from 'zod'
import { LANGUAGES, ROLES } from '@/lib/contract/enumerations'
import { described, Instant, LocationUid, Timestamp, text } from '@/lib/contract/primitives'

/** `read`; `write`: vehicles, schedules, events, planning; `admin`: also locations, tokens, staff. */
export const Role = z.enum(ROLES, 'must be read, write or admin').meta({
  id: 'Role',
  description: '`read`; `write`: also vehicles, schedules, events, planning; `admin`: also locations, tokens, staff.',
  example: 'write',
})

const LocationUids = z.array(LocationUid).min(1, 'must name at least one location, or be left out').max(100)
const Name = text(200).min(1, 'must not be empty')

export const AccessToken = z
  .object(
    described(
      { token: z.string(), validUntil: Timestamp },
      { token: 'The access token, a JWT: send it as Authorization: Bearer.', validUntil: 'When it ends, ISO 8601.' },
    ),
  )
  .meta({ id: 'AccessToken' })

export const RefreshTokenInput = z
  .object(
    described(
      { name: Name, role: Role, locationUids: LocationUids.nullish(), expiresAt: Instant.nullish() },
      {
        name: 'What it is for, for people.',
        role: 'What it may do.',
        locationUids: 'The locations that it is narrowed to; left out: all.',
        expiresAt: 'When it ends, ISO 8601; left out: never.',
      },
    ),
  )
  .meta({ id: 'RefreshTokenInput' })
export type RefreshTokenInput = z.output<typeof RefreshTokenInput>

export const RefreshToken = z
  .object(
    described(
      {
        id: z.string(),
        name: z.string(),
        role: Role,
        locationUids: z.array(LocationUid).optional(),
        createdAt: Timestamp,
        expiresAt: Timestamp.optional(),
        lastUsedAt: Timestamp.optional(),
        revokedAt: Timestamp.optional(),
      },
      {
        id: 'Its id.',
        name: 'What it is for, for people.',
        role: 'What it may do.',
        locationUids: 'The locations that it is narrowed to; absent: all.',
        createdAt: 'When it was made.',
        expiresAt: 'When it ends; absent: never.',
        lastUsedAt: 'When it, or an access token of it, was last used, to within five minutes; absent: never.',
        revokedAt: 'When it was revoked; absent: it was not.',
      },
    ),
  )
  .meta({ id: 'RefreshToken' })
export type RefreshToken = z.infer<typeof RefreshToken>

export const RefreshTokenList = z
  .object({ tokens: z.array(RefreshToken).describe('The tokens, without their secrets.') })
  .meta({ id: 'RefreshTokenList' })

const bytes = z.number().int()

/** What the system of a token called. */
export const TokenCall = z
  .object(
    described(
      {
        id: z.string(),
        at: Timestamp,
        method: z.string(),
        path: z.string(),
        status: z.number().int(),
        calls: z.number().int(),
        requestBytes: bytes.optional(),
        responseBytes: bytes.optional(),
        durationMs: z.number().int(),
      },
      {
        id: 'Its id.',
        at: 'When it was answered; of several the last.',
        method: 'The method.',
        path: 'The path below `/api`, without the query. Where many calls came at once, several alike are summed: `/vehicles/{vehicleId}`. What is no call of this API is `/…`.',
        status: 'The status of the answer.',
        calls: 'How many calls these are.',
        requestBytes:
          'The size of the body that was sent, in bytes; absent: the client did not say it, or more than a body may have.',
        responseBytes: 'The size of the body of the answer, in bytes, before it was compressed; absent: of a stream.',
        durationMs: 'What the answer took, in milliseconds; of several the longest.',
      },
    ),
  )
  .meta({ id: 'TokenCall' })

const lastDay = z.object(
  described(
    { calls: z.number().int(), refused: z.number().int(), requestBytes: bytes, responseBytes: bytes },
    {
      calls: 'How many calls there were.',
      refused: 'How many of them were answered with a status of 400 or above.',
      requestBytes: 'The bytes that were sent.',
      responseBytes: 'The bytes that were answered, before compression.',
    },
  ),
)

export const TokenCalls = z
  .object(
    described(
      { lastDay: lastDay.optional(), calls: z.array(TokenCall), before: z.string().optional() },
      {
        lastDay: 'All calls of the last 24 hours together; with the first page only.',
        calls: 'The calls of the last 24 hours, the latest first.',
        before: 'Send it as `before` for the calls that follow; absent: these are the last.',
      },
    ),
  )
  .meta({ id: 'TokenCalls' })
export type TokenCalls = z.infer<typeof TokenCalls>

export const NewRefreshToken = z
  .object(
    described(
      { id: z.string(), refreshToken: z.string() },
      { id: 'Its id.', refreshToken: 'Its secret, shown this once.' },
    ),
  )
  .meta({ id: 'NewRefreshToken' })

const Email = text(200)
  .pipe(z.email('must be an e-mail address'))
  .transform((email) => email.toLowerCase())
const Password = text(200).min(10, 'must have at least 10 characters')

const STAFF = {
  name: 'The name of the person.',
  email: 'The e-mail address that they sign in with.',
  password: 'The password, at least 10 characters.',
  role: 'What they may do.',
  locationUids: 'The locations that they are narrowed to; left out: all.',
}

/** A member of staff. Roles in words: viewer, dispatcher, administrator. */
export const Staff = z
  .object(
    described(
      {
        id: z.string(),
        name: z.string(),
        email: z.string(),
        role: Role,
        locationUids: z.array(LocationUid).optional(),
        createdAt: Timestamp,
      },
      {
        id: 'Their id.',
        name: 'The name of the person.',
        email: 'The e-mail address that they sign in with.',
        role: 'What they may do.',
        locationUids: 'The locations that they are narrowed to; absent: all.',
        createdAt: 'When they were added.',
      },
    ),
  )
  .meta({ id: 'Staff' })
export type Staff = z.infer<typeof Staff>
export const StaffList = z.object({ staff: z.array(Staff).describe('The staff.') }).meta({ id: 'StaffList' })

export const StaffInput = z
  .object(
    described(
      { name: Name, email: Email, password: Password, role: Role, locationUids: LocationUids.nullish() },
      STAFF,
    ),
  )
  .meta({ id: 'StaffInput' })
export type StaffInput = z.output<typeof StaffInput>

export const StaffPatch = z
  .object(
    described(
      {
        name: Name.optional(),
        role: Role.optional(),
        locationUids: LocationUids.nullish(),
        password: Password.optional(),
      },
      {
        name: 'The name of the person.',
        role: 'What they may do.',
        locationUids: 'The locations that they are narrowed to; null: all.',
        password: 'A new password, at least 10 characters.',
      },
    ),
  )
  .meta({ id: 'StaffPatch' })
export type StaffPatch = z.output<typeof StaffPatch>

const Language = z.enum(LANGUAGES, 'must be en, de or fi').meta({
  id: 'Language',
  description: 'A language of the pages. The API itself answers in English.',
  example: 'fi',
})

/** Who is signed in, for the browser. */
export const Session = z
  .object(
    described(
      {
        id: z.string(),
        name: z.string(),
        email: z.string().optional(),
        role: Role,
        locationUids: z.array(LocationUid).optional(),
        language: Language.optional(),
      },
      {
        id: 'The id of who asks.',
        name: 'Their name.',
        email: 'Their e-mail address; a token has none.',
        role: 'What they may do.',
        locationUids: 'The locations that they are narrowed to; absent: all.',
        language: 'The language that they have chosen for the pages; absent: as their browser asks.',
      },
    ),
  )
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

/** What a person decides for themself. */
export const SessionPatch = z
  .object(
    described(
      { language: Language.nullish() },
      { language: 'The language of the pages; null: as the browser asks. Left out: it stays.' },
    ),
  )
  .meta({ id: 'SessionPatch' })
export type SessionPatch = z.output<typeof SessionPatch>

export const SignInInput = z
  .object(described({ email: Email, password: text(200) }, { email: STAFF.email, password: 'The password.' }))
  .meta({ id: 'SignIn' })
export type SignInInput = z.output<typeof SignInInput>

/** The first administrator; `demo` also makes the demo depot. */
export const SetupInput = z
  .object(
    described(
      {
        token: text(200),
        name: Name,
        email: Email,
        password: Password,
        demo: z.boolean('must be true or false').optional(),
      },
      {
        token: 'The setup token that the console printed.',
        name: 'The name of the administrator.',
        email: 'The e-mail address that they sign in with.',
        password: 'The password, at least 10 characters.',
        demo: 'True: a demo depot is made too. False by default.',
      },
    ),
  )
  .meta({ id: 'Setup' })
export type SetupInput = z.output<typeof SetupInput>

/** A new password by a one-time link (`npm run reset-password`). */
export const ResetPasswordInput = z
  .object(
    described(
      { token: text(200), password: Password },
      { token: 'The token of the one-time link.', password: STAFF.password },
    ),
  )
  .meta({ id: 'ResetPassword' })
export type ResetPasswordInput = z.output<typeof ResetPasswordInput>
