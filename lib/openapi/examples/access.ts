import { done, type Examples } from '@/lib/openapi/examples/example'

const token = {
  id: 'tok_01JD3Z',
  name: 'Timetable system',
  role: 'write',
  locationUids: ['example-depot'],
  createdAt: '2026-11-01T08:00:00.000Z',
  lastUsedAt: '2026-11-22T17:30:00.000Z',
}

const tokenCall = {
  id: 'call_812',
  at: '2026-11-22T17:30:00.000Z',
  method: 'POST',
  path: '/vehicles/bus-12/schedules',
  status: 409,
  calls: 1,
  requestBytes: 412,
  responseBytes: 286,
  durationMs: 34,
}

const lastDay = { calls: 288, refused: 1, requestBytes: 118_400, responseBytes: 96_120 }

const auditEntry = {
  id: 'audit_812',
  at: '2026-11-23T03:16:00.000Z',
  by: { kind: 'staff', id: 'stf_01JD3Z', name: 'Aino Virta' },
  from: '10.0.0.7',
  requestId: '0e9a2c1e-6f0d-4a53-9a61-2f4d2b7f0c11',
  kind: 'schedule',
  objectId: 'sch_01JD3Z',
  action: 'changed',
  vehicleId: 'bus-12',
  locationUids: ['example-depot'],
  before: { targetSoC: 80 },
  after: { targetSoC: 90 },
}

const staff = {
  id: 'stf_01JD3Z',
  name: 'Aino Virta',
  email: 'aino@depot.example',
  role: 'write',
  createdAt: '2026-11-01T08:00:00.000Z',
}

const session = { id: 'stf_01JD3Z', name: 'Aino Virta', email: 'aino@depot.example', role: 'write' }

/** Answers of the calls on staff, tokens and sessions, by id and status. */
export const accessExamples: Examples = {
  listAudit: { 200: { entries: [auditEntry], before: 'audit_812' } },
  refreshAccessToken: { 200: { token: 'eyJhbGciOi…', validUntil: '2026-11-23T01:30:00.000Z' } },
  listTokens: { 200: { tokens: [token] } },
  createToken: { 201: { id: 'tok_01JD3Z', refreshToken: 'rlrt_…' } },
  listTokenCalls: { 200: { lastDay, calls: [tokenCall], before: 'call_812' } },
  listStaff: { 200: { staff: [staff] } },
  createStaff: { 201: staff },
  patchStaff: { 200: { ...staff, role: 'read' } },
  getSession: { 200: session },
  signIn: { 200: session },
  patchSession: { 200: session },
  setup: { 201: { ...session, role: 'admin' } },
  resetPassword: { 200: done },
}
