import { deAccess } from '@/lib/openapi/translations/de/access'
import { deGeneral } from '@/lib/openapi/translations/de/general'
import { deImportsAndAudit } from '@/lib/openapi/translations/de/imports-and-audit'
import { deLocations } from '@/lib/openapi/translations/de/locations'
import { dePlans } from '@/lib/openapi/translations/de/plans'
import { deReadiness } from '@/lib/openapi/translations/de/readiness'
import { deReports } from '@/lib/openapi/translations/de/reports'
import { deSchedules } from '@/lib/openapi/translations/de/schedules'
import { deStations } from '@/lib/openapi/translations/de/stations'
import { deVehicles } from '@/lib/openapi/translations/de/vehicles'

/** Every text of the API document in German, by its English text. */
export const de: Readonly<Record<string, string>> = {
  ...deAccess,
  ...deGeneral,
  ...deImportsAndAudit,
  ...deLocations,
  ...dePlans,
  ...deReadiness,
  ...deReports,
  ...deSchedules,
  ...deStations,
  ...deVehicles,
}
