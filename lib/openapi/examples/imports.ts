import type { Examples } from '@/lib/openapi/examples/example'

const imported = {
  ...{ id: 'imp_01JD3Z', locationUid: 'example-depot', name: 'winter-timetable.csv', origin: 'file', by: 'Ada' },
  ...{ startedAt: '2026-11-22T15:02:11.000Z', updatedAt: '2026-11-22T15:02:13.000Z', vehicles: 41, schedules: 284 },
  leftOut: [{ row: 'row 17', reason: 'plannedDepartureTime must be later than plannedArrivalTime' }],
  leftOutCount: 1,
  undoUntil: '2026-11-23T15:02:13.000Z',
}

/** Answers of the calls on imports, by id and status. */
export const importsExamples: Examples = {
  createImport: {
    200: {
      id: 'imp_01JD3Z',
      results: [{ vehicleId: 'example-bus-12', status: 200, ids: ['sch_01JD3Z'], skipped: [] }],
    },
  },
  listImports: { 200: { imports: [imported] } },
  getImport: { 200: imported },
  undoImport: { 200: { restored: 1, kept: [] } },
}
