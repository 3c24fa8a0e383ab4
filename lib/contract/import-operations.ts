import { z } from 'zod'
import {
  CreateImport,
  CreateImportAnswer,
  CreateImportDocument,
  Import,
  ImportId,
  ImportOrigin,
  UndoImportAnswer,
} from '@/lib/contract/import'
import { operation } from '@/lib/contract/operation'
import { LocationUid, QueryBoolean, QueryLimit } from '@/lib/contract/primitives'

const tag = 'Imports'
const params = z.object({ importId: ImportId.describe('The id of the import.') })

export const createImport = operation({
  id: 'createImport',
  method: 'POST',
  path: '/imports',
  tag,
  summary: 'Import vehicles and schedules that can be undone',
  description:
    'For files: each vehicle with its schedules is one transaction, all of it or none of it, and one vehicle’s error does not touch another’s. Nothing is removed, and the same again changes nothing. A long file comes in several calls, each with the `id` of the first answer: who stops in between leaves whole vehicles. An import takes a day and 1,000 calls at most. Vehicles that a call has no time for get 503 in `results`: send them again with the `id`. With dryRun nothing is written and each result says what would change.',
  permission: 'write',
  deadlineSeconds: 60,
  query: z.object({
    dryRun: QueryBoolean.optional().describe('With true the answer says what would change, and nothing is written.'),
  }),
  body: CreateImport,
  documentedBody: CreateImportDocument,
  bodyExample: {
    locationUid: 'example-depot',
    name: 'winter-timetable.csv',
    vehicles: [
      {
        vehicleId: 'example-bus-12',
        schedules: [
          {
            plannedArrivalTime: '2030-01-07T17:30:00Z',
            plannedDepartureTime: '2030-01-08T04:15:00Z',
            startSoC: 35,
            targetSoC: 95,
          },
        ],
      },
    ],
  },
  answers: { 200: { description: 'What became of each vehicle', schema: CreateImportAnswer } },
  refusals: [404, 409],
})

export const listImports = operation({
  id: 'listImports',
  method: 'GET',
  path: '/imports',
  tag,
  summary: 'List the imports, the latest first',
  description:
    'Of what an import left out, and of what undoing it left as it is, the first 20 each: the import alone has all.',
  permission: 'read',
  query: z.object({
    locationUid: LocationUid.optional().describe('Only imports for this location.'),
    origin: ImportOrigin.optional().meta({
      description: 'Only imports of files, or only changes of many vehicles by hand (`edit`).',
      example: 'file',
    }),
    limit: QueryLimit.optional().meta({
      description: 'How many at most; 100 where it is left out, and never more.',
      example: '50',
    }),
  }),
  answers: {
    200: {
      description: 'The imports',
      schema: z.object({ imports: z.array(Import).describe('The latest first.') }),
    },
  },
})

export const getImport = operation({
  id: 'getImport',
  method: 'GET',
  path: '/imports/{importId}',
  tag,
  summary: 'Get an import',
  permission: 'read',
  params,
  answers: { 200: { description: 'The import', schema: Import } },
  refusals: [404],
})

export const undoImport = operation({
  id: 'undoImport',
  method: 'POST',
  path: '/imports/{importId}/undo',
  tag,
  summary: 'Undo an import',
  description:
    'For a day after it: what the import created goes, what it changed gets its values from before, each vehicle in one transaction. What was changed since, and schedules that have begun, stay as they are and are listed; so is what there was no time for, which is undone by asking again. With dryRun the answer says the same, and nothing is written. 409 once the day is over, where it was undone or went on meanwhile, or where it changed more than the locations that you are limited to.',
  permission: 'write',
  deadlineSeconds: 60,
  params,
  query: z.object({
    dryRun: QueryBoolean.optional().describe('With true nothing is written.'),
  }),
  answers: { 200: { description: 'What was taken back, and what stays', schema: UndoImportAnswer } },
  refusals: [404, 409],
})
