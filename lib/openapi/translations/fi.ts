import { fiAccess } from '@/lib/openapi/translations/fi/access'
import { fiGeneral } from '@/lib/openapi/translations/fi/general'
import { fiImportsAndAudit } from '@/lib/openapi/translations/fi/imports-and-audit'
import { fiLocations } from '@/lib/openapi/translations/fi/locations'
import { fiPlans } from '@/lib/openapi/translations/fi/plans'
import { fiReadiness } from '@/lib/openapi/translations/fi/readiness'
import { fiReports } from '@/lib/openapi/translations/fi/reports'
import { fiSchedules } from '@/lib/openapi/translations/fi/schedules'
import { fiStations } from '@/lib/openapi/translations/fi/stations'
import { fiVehicles } from '@/lib/openapi/translations/fi/vehicles'

/** Every text of the API document in Finnish, by its English text. */
export const fi: Readonly<Record<string, string>> = {
  ...fiAccess,
  ...fiGeneral,
  ...fiImportsAndAudit,
  ...fiLocations,
  ...fiPlans,
  ...fiReadiness,
  ...fiReports,
  ...fiSchedules,
  ...fiStations,
  ...fiVehicles,
}
