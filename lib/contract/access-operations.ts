import { z } from 'zod'
import {
  AccessToken,
  NewRefreshToken,
  RefreshTokenInput,
  RefreshTokenList,
  ResetPasswordInput,
  Session,
  SessionPatch,
  SetupInput,
  SignInInput,
  Staff,
  StaffInput,
  StaffList,
  StaffPatch,
  TokenCalls,
} from '@/lib/contract/access'
import { operation } from '@/lib/contract/operation'
import { Id, QueryBoolean, QueryLimit } from '@/lib/contract/primitives'

const tag = 'Access'
const done = z.object({ success: z.boolean().describe('True: it is done.') })

export const refreshAccessToken = operation({
  id: 'refreshAccessToken',
  reserved: 'entrance',
  method: 'GET',
  path: '/auth/refreshAccessToken',
  tag,
  summary: 'Get an access token for a refresh token',
  description: 'Send the refresh token as `Authorization: Bearer …`. The access token (a JWT) holds 8 hours.',
  permission: 'open',
  answers: { 200: { description: 'The access token', schema: AccessToken } },
  refusals: [429],
})

export const listTokens = operation({
  id: 'listTokens',
  method: 'GET',
  path: '/auth/tokens',
  tag,
  summary: 'List the refresh tokens',
  permission: 'admin',
  query: z.object({
    revoked: QueryBoolean.optional().meta({
      description: '`true`: also those that were revoked in the last day, whose calls are still kept.',
      example: 'true',
    }),
  }),
  answers: { 200: { description: 'The tokens, without their secrets', schema: RefreshTokenList } },
})

export const createToken = operation({
  id: 'createToken',
  method: 'POST',
  path: '/auth/tokens',
  tag,
  summary: 'Make a refresh token',
  description: 'The secret is in this answer and never again.',
  permission: 'admin',
  body: RefreshTokenInput,
  bodyExample: { name: 'Timetable system', role: 'write', locationUids: ['example-depot'] },
  answers: { 201: { description: 'The token', schema: NewRefreshToken } },
  refusals: [422],
})

export const deleteToken = operation({
  id: 'deleteToken',
  method: 'DELETE',
  path: '/auth/tokens/{id}',
  tag,
  summary: 'Revoke a refresh token and its access tokens',
  permission: 'admin',
  params: z.object({ id: Id.describe('The id.') }),
  answers: { 204: { description: 'Revoked' } },
  refusals: [404],
})

export const listTokenCalls = operation({
  id: 'listTokenCalls',
  method: 'GET',
  path: '/auth/tokens/{id}/calls',
  tag,
  summary: 'List what the system of a token called in the last day',
  description:
    'The latest first; a call is here within ten seconds of its answer. Calls are kept for a day. A call that was refused for its token is of no token. Those of a token that was revoked are here as long.',
  permission: 'admin',
  params: z.object({ id: Id.describe('The id of the token.') }),
  query: z.object({
    refused: QueryBoolean.optional().meta({
      description: '`true`: only calls that were answered with a status of 400 or above.',
      example: 'true',
    }),
    before: z
      .string()
      .regex(/^call_\d{1,15}$/, 'must be the id of a call, such as call_812')
      .optional()
      .meta({ description: 'Only calls before the one with this id.', example: 'call_812' }),
    limit: QueryLimit.optional().meta({ description: 'How many at most; 100 where it is left out.', example: '50' }),
  }),
  expensive: true,
  answers: { 200: { description: 'The calls', schema: TokenCalls } },
  refusals: [404],
})

export const listStaff = operation({
  id: 'listStaff',
  method: 'GET',
  path: '/staff',
  tag,
  summary: 'List the staff',
  permission: 'admin',
  answers: { 200: { description: 'The staff', schema: StaffList } },
})

export const createStaff = operation({
  id: 'createStaff',
  method: 'POST',
  path: '/staff',
  tag,
  summary: 'Add a member of staff',
  permission: 'admin',
  body: StaffInput,
  bodyExample: {
    name: 'Aino Virta',
    email: 'aino@depot.example',
    password: 'a long passphrase',
    role: 'read',
    locationUids: ['example-depot'],
  },
  answers: { 201: { description: 'Added', schema: Staff } },
  refusals: [409, 422],
})

export const patchStaff = operation({
  id: 'patchStaff',
  method: 'PATCH',
  path: '/staff/{id}',
  tag,
  summary: 'Change a member of staff',
  permission: 'admin',
  params: z.object({ id: Id.describe('The id.') }),
  body: StaffPatch,
  bodyExample: { role: 'read' },
  answers: { 200: { description: 'Changed', schema: Staff } },
  refusals: [404, 409, 422],
})

export const deleteStaff = operation({
  id: 'deleteStaff',
  method: 'DELETE',
  path: '/staff/{id}',
  tag,
  summary: 'Remove a member of staff',
  permission: 'admin',
  params: z.object({ id: Id.describe('The id.') }),
  answers: { 204: { description: 'Removed' } },
  refusals: [404, 409],
})

export const getSession = operation({
  id: 'getSession',
  reserved: 'identity',
  method: 'GET',
  path: '/session',
  tag,
  summary: 'Who am I',
  permission: 'read',
  answers: { 200: { description: 'Who asks', schema: Session } },
})

export const signIn = operation({
  id: 'signIn',
  reserved: 'entrance',
  method: 'POST',
  path: '/session',
  tag,
  summary: 'Sign in as staff',
  description:
    'Failures are counted for an account and the address that they come from; in a browser where the account was signed in to before, by themselves. 422: the page came over http while PUBLIC_URL is https, so that the session would not be kept.',
  permission: 'open',
  body: SignInInput,
  bodyExample: { email: 'aino@depot.example', password: 'a long passphrase' },
  answers: { 200: { description: 'Signed in; the session is in a cookie', schema: Session } },
  refusals: [422, 429],
})

export const patchSession = operation({
  id: 'patchSession',
  method: 'PATCH',
  path: '/session',
  tag,
  summary: 'Choose the language of the pages',
  description: 'For the member of staff who is signed in, in every browser. 409: a token reads no pages.',
  permission: 'read',
  body: SessionPatch,
  bodyExample: { language: 'fi' },
  answers: { 200: { description: 'Who asks, with their language', schema: Session } },
  refusals: [409],
})

export const signOut = operation({
  id: 'signOut',
  reserved: 'identity',
  method: 'DELETE',
  path: '/session',
  tag,
  summary: 'Sign out',
  permission: 'read',
  answers: { 204: { description: 'Signed out' } },
})

export const setup = operation({
  id: 'setup',
  reserved: 'entrance',
  method: 'POST',
  path: '/setup',
  tag,
  summary: 'Make the first administrator',
  description: 'Works once, with the setup token that the console printed.',
  permission: 'open',
  body: SetupInput,
  bodyExample: {
    token: '…',
    name: 'Aino Virta',
    email: 'aino@depot.example',
    password: 'a long passphrase',
    demo: true,
  },
  answers: { 201: { description: 'Made and signed in', schema: Session } },
  refusals: [409, 422, 429],
})

export const resetPassword = operation({
  id: 'resetPassword',
  reserved: 'entrance',
  method: 'POST',
  path: '/session/password',
  tag,
  summary: 'Set a new password by a one-time link',
  permission: 'open',
  body: ResetPasswordInput,
  bodyExample: { token: '…', password: 'a long passphrase' },
  answers: { 200: { description: 'Set', schema: done } },
  refusals: [429],
})
