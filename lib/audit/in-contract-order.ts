import { z } from 'zod'
import type { Properties } from '@/lib/audit/changed-properties'
import type { AuditKind } from '@/lib/contract/audit'
import { Location } from '@/lib/contract/location'
import { EvSchedule } from '@/lib/contract/schedule'
import { ChargingStation } from '@/lib/contract/station'
import { Vehicle } from '@/lib/contract/vehicle'

/** What the API answers of an object of a kind; the other kinds have nothing inside of their properties. */
const ANSWERS: Partial<Record<AuditKind, z.ZodType>> = {
  vehicle: Vehicle,
  location: Location,
  schedule: EvSchedule,
  station: ChargingStation,
}

/**
 * Properties in the order in which the contract lists them, those inside of them too: the database keeps objects by the
 * lengths of their names, and who reads them would read “to” before “from”. What the contract does not list comes last.
 */
export function inContractOrder(kind: AuditKind, properties: Properties): Properties {
  return ordered(ANSWERS[kind], properties) as Properties
}

function ordered(schema: z.ZodType | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => ordered(itemsOf(schema), one))
  if (typeof value !== 'object' || value === null) return value
  const listed = partsOf(schema)
  const known = Object.keys(listed).filter((name) => name in value)
  const all = new Set([...known, ...Object.keys(value)])
  return Object.fromEntries([...all].map((name) => [name, ordered(listed[name], value[name as keyof typeof value])]))
}

function itemsOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  const plain = plainOf(schema)
  return plain instanceof z.ZodArray ? (plain.element as z.ZodType) : undefined
}

function partsOf(schema: z.ZodType | undefined): Readonly<Record<string, z.ZodType>> {
  const plain = plainOf(schema)
  return plain instanceof z.ZodObject ? plain.shape : {}
}

/** A schema without what says that it may be left out. */
function plainOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return plainOf(schema.unwrap() as z.ZodType)
  return schema
}
