import { z } from 'zod'
import { described, Id, LocationUid, Timestamp, text } from '@/lib/contract/primitives'
import { ProblemDetails } from '@/lib/contract/problem-details'
import { PostedSchedule } from '@/lib/contract/schedule'
import { PostSchedulesAnswer } from '@/lib/contract/schedule-answers'
import { Vehicle, VehicleInput } from '@/lib/contract/vehicle'

const MAX_VEHICLES = 200
const MAX_SCHEDULES = 1_000
const MAX_LEFT_OUT = 1_000

export const ImportId = Id.meta({ example: 'imp_01JD3Z' })

export const ImportOrigin = z.enum(['file', 'edit'], 'must be file or edit').meta({
  id: 'ImportOrigin',
  description:
    'Where an import comes from: a file, or a change of many vehicles by hand (`edit`): neither the board nor an alarm tells of it, and a vehicle that does not exist is 404 and not created.',
})
export type ImportOrigin = z.infer<typeof ImportOrigin>

/** What an import says of one vehicle. */
export const ImportedVehicle = z
  .object(
    described(
      {
        vehicleId: Id,
        vehicle: VehicleInput.nullish(),
        schedules: z
          .array(PostedSchedule, 'must be an array of schedules')
          .max(MAX_SCHEDULES, `must be at most ${MAX_SCHEDULES} schedules`)
          .nullish(),
      },
      {
        vehicleId: 'The id of the vehicle.',
        vehicle:
          'Its attributes: a vehicle that there is not yet is created with them, one that there is gets these and keeps the rest. Left out: it is there and stays as it is.',
        schedules: 'Its schedules, recognised by their departures; none is removed.',
      },
    ),
  )
  .meta({ id: 'ImportedVehicle' })
export type ImportedVehicle = z.output<typeof ImportedVehicle>

const LeftOut = z
  .object(
    described(
      { row: text(200), reason: text() },
      { row: 'Which row of the file, or which vehicle.', reason: 'Why it was not imported, a sentence for people.' },
    ),
  )
  .meta({ id: 'ImportLeftOut' })

const about = described(
  {
    id: ImportId.nullish(),
    locationUid: LocationUid,
    name: text(200).nullish(),
    origin: ImportOrigin.nullish(),
    leftOut: z
      .array(LeftOut, 'must be an array of rows')
      .max(MAX_LEFT_OUT, `must be at most ${MAX_LEFT_OUT} rows`)
      .nullish(),
  },
  {
    id: 'The import that this goes on with, from the answer before. Left out: a new one begins.',
    locationUid: 'The location that the import is for; schedules that name none are there.',
    name: 'What people call it: the name of the file.',
    origin:
      '`file` (the default), or `edit` for a change of many vehicles by hand: neither the board nor an alarm tells of it, and it creates no vehicle. An import keeps the one that it began with.',
    leftOut: 'Rows of the file that you do not send, so that people find them again.',
  },
)

/** Vehicles are checked one by one, so that one’s error does not touch another’s; one that comes twice is ambiguous. */
export const CreateImport = z
  .object({
    ...about,
    vehicles: z
      .array(z.unknown(), 'must be an array of vehicles')
      .max(MAX_VEHICLES, `must be at most ${MAX_VEHICLES} vehicles`),
  })
  .superRefine(({ vehicles }, context) => {
    const seen = new Set<unknown>()
    vehicles.forEach((vehicle, index) => {
      const { vehicleId } = Object(vehicle) as { vehicleId?: unknown }
      if (typeof vehicleId === 'string' && seen.has(vehicleId))
        context.addIssue({
          code: 'custom',
          path: ['vehicles', index, 'vehicleId'],
          message: `names ${vehicleId} a second time`,
        })
      seen.add(vehicleId)
    })
  })
export type CreateImport = z.output<typeof CreateImport>

/** The body as its sender should make it. */
export const CreateImportDocument = z
  .object({
    ...about,
    vehicles: z
      .array(ImportedVehicle)
      .max(MAX_VEHICLES)
      .describe('What is said of each vehicle, each vehicle once, at most 200.'),
  })
  .meta({ id: 'CreateImport' })

const ImportResult = z
  .object({
    ...described(
      { vehicleId: z.string(), status: z.number().int(), error: ProblemDetails.optional() },
      {
        vehicleId: 'The vehicle as the request named it.',
        status: 'The HTTP status that the vehicle alone would have.',
        error: 'Why nothing of it was imported; absent where all of it was.',
      },
    ),
    vehicle: z
      .object(
        described(
          { before: Vehicle.optional(), after: Vehicle },
          { before: 'The vehicle as it is; left out: it is new.', after: 'The vehicle as it would be.' },
        ),
      )
      .optional()
      .describe('With dryRun: what would become of the vehicle; left out: it stays as it is.'),
    ...PostSchedulesAnswer.pick({ ids: true, skipped: true, created: true, updated: true }).partial().shape,
  })
  .meta({ id: 'ImportResult' })

export const CreateImportAnswer = z
  .object(
    described(
      { id: ImportId.optional(), results: z.array(ImportResult) },
      {
        id: 'The id of the import, with which it goes on or is undone; left out with dryRun.',
        results: 'A result for each vehicle, in request order.',
      },
    ),
  )
  .meta({ id: 'CreateImportAnswer' })

/** What undoing left as it is. */
export const ImportKept = z
  .object(
    described(
      { kind: z.enum(['vehicle', 'schedule']), id: z.string(), vehicleId: z.string(), reason: z.string() },
      {
        kind: 'What it is.',
        id: 'Its id.',
        vehicleId: 'The id of the vehicle.',
        reason: 'Why it stays as it is, a sentence for people.',
      },
    ),
  )
  .meta({ id: 'ImportKept' })
export type ImportKept = z.infer<typeof ImportKept>

export const Import = z
  .object(
    described(
      {
        id: ImportId,
        locationUid: LocationUid,
        name: z.string().optional(),
        origin: ImportOrigin,
        by: z.string(),
        startedAt: Timestamp,
        updatedAt: Timestamp,
        vehicles: z.number().int(),
        schedules: z.number().int(),
        leftOut: z.array(LeftOut),
        leftOutCount: z.number().int(),
        undoUntil: Timestamp,
        undone: z
          .object(
            described(
              { at: Timestamp, by: z.string(), restored: z.number().int(), kept: z.array(ImportKept) },
              {
                at: 'When, ISO 8601.',
                by: 'The name of the person or token.',
                restored: 'How many changes were taken back.',
                kept: 'What stays as it is, and why: at most 1,000. Left empty for whose access is limited to locations, but for their own imports.',
              },
            ),
          )
          .optional(),
      },
      {
        id: 'Its id.',
        locationUid: 'The location that it was for.',
        name: 'What people call it: the name of the file.',
        origin: '`file`, or `edit` for a change of many vehicles by hand.',
        by: 'The name of the person or token that made it.',
        startedAt: 'When it began, ISO 8601.',
        updatedAt: 'When the last of it came, ISO 8601.',
        vehicles: 'How many vehicles it was for and did.',
        schedules: 'How many schedules it brought.',
        leftOut:
          'What was not imported, and why: at most 1,000. Whose access is limited to locations is told the reasons of their own imports only.',
        leftOutCount: 'How many of them there are, also where a list of imports gives the first 20 only.',
        undoUntil: 'Until when it can be undone, ISO 8601.',
        undone: 'That it was undone; left out where it was not.',
      },
    ),
  )
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

export const UndoImportAnswer = z
  .object(
    described(
      { restored: z.number().int(), kept: z.array(ImportKept) },
      { restored: 'How many changes are taken back.', kept: 'What stays as it is, and why.' },
    ),
  )
  .meta({ id: 'UndoImportAnswer' })
export type UndoImportAnswer = z.infer<typeof UndoImportAnswer>
