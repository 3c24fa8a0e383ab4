import { z } from 'zod'
import { Instant, LocationUid, Timestamp, text } from '@/lib/contract/primitives'

export const ROLES = ['read', 'write', 'admin'] as const
/** `read`; `write`: vehicles, schedules, events, planning; `admin`: also locations, tokens, staff. */
export const Role = z.enum(ROLES, 'must be read, write or admin').meta({ id: 'Role', example: 'write' })

const LocationUids = z.array(LocationUid).min(1, 'must name at least one location, or be left out').max(100)
const Name = text(200).min(1, 'must not be empty')

export const AccessToken = z.object({ token: z.string(), validUntil: Timestamp }).meta({ id: 'AccessToken' })

export const RefreshTokenInput = z
  .object({ name: Name, role: Role, locationUids: LocationUids.nullish(), expiresAt: Instant.nullish() })
  .meta({ id: 'RefreshTokenInput' })
export type RefreshTokenInput = z.output<typeof RefreshTokenInput>

export const RefreshToken = z
  .object({
    id: z.string(),
    name: z.string(),
    role: Role,
    locationUids: z.array(LocationUid).optional(),
    createdAt: Timestamp,
    expiresAt: Timestamp.optional(),
    lastUsedAt: Timestamp.optional(),
  })
  .meta({ id: 'RefreshToken' })
export type RefreshToken = z.infer<typeof RefreshToken>

export const RefreshTokenList = z.object({ tokens: z.array(RefreshToken) }).meta({ id: 'RefreshTokenList' })
export const NewRefreshToken = z.object({ id: z.string(), refreshToken: z.string() }).meta({ id: 'NewRefreshToken' })

const Email = text(200)
  .pipe(z.email('must be an e-mail address'))
  .transform((email) => email.toLowerCase())
const Password = text(200).min(10, 'must have at least 10 characters')

/** A member of staff. Roles in words: viewer, dispatcher, administrator. */
export const Staff = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    locationUids: z.array(LocationUid).optional(),
    createdAt: Timestamp,
  })
  .meta({ id: 'Staff' })
export type Staff = z.infer<typeof Staff>
export const StaffList = z.object({ staff: z.array(Staff) }).meta({ id: 'StaffList' })

export const StaffInput = z
  .object({ name: Name, email: Email, password: Password, role: Role, locationUids: LocationUids.nullish() })
  .meta({ id: 'StaffInput' })
export type StaffInput = z.output<typeof StaffInput>

export const StaffPatch = z
  .object({
    name: Name.optional(),
    role: Role.optional(),
    locationUids: LocationUids.nullish(),
    password: Password.optional(),
  })
  .meta({ id: 'StaffPatch' })
export type StaffPatch = z.output<typeof StaffPatch>

/** Who is signed in, for the browser. */
export const Session = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().optional(),
    role: Role,
    locationUids: z.array(LocationUid).optional(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const SignInInput = z.object({ email: Email, password: text(200) }).meta({ id: 'SignIn' })
export type SignInInput = z.output<typeof SignInInput>

/** The first administrator; `demo` also makes the demo depot. */
export const SetupInput = z
  .object({
    token: text(200),
    name: Name,
    email: Email,
    password: Password,
    demo: z.boolean('must be true or false').optional(),
  })
  .meta({ id: 'Setup' })
export type SetupInput = z.output<typeof SetupInput>

/** A new password by a one-time link (`npm run reset-password`). */
export const ResetPasswordInput = z.object({ token: text(200), password: Password }).meta({ id: 'ResetPassword' })
export type ResetPasswordInput = z.output<typeof ResetPasswordInput>
