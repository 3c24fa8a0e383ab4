import * as access from '@/lib/contract/access-operations'
import * as alarms from '@/lib/contract/alarm-operations'
import * as audit from '@/lib/contract/audit-operations'
import * as imports from '@/lib/contract/import-operations'
import * as locations from '@/lib/contract/location-operations'
import type { Operation } from '@/lib/contract/operation'
import * as reports from '@/lib/contract/report-operations'
import * as schedules from '@/lib/contract/schedule-operations'
import * as service from '@/lib/contract/service-operations'
import * as stations from '@/lib/contract/station-operations'
import * as vehicles from '@/lib/contract/vehicle-operations'

/** Every call of the API by its id. A route that is not declared here cannot exist; a test walks them all. */
export const operations = {
  ...vehicles,
  ...schedules,
  ...locations,
  ...reports,
  ...stations,
  ...alarms,
  ...audit,
  ...imports,
  ...access,
  ...service,
} satisfies Record<string, Operation>
export type Operations = typeof operations
export type OperationId = keyof Operations
