import { accessExamples } from '@/lib/openapi/examples/access'
import type { Examples } from '@/lib/openapi/examples/example'
import { importsExamples } from '@/lib/openapi/examples/imports'
import { locationsExamples } from '@/lib/openapi/examples/locations'
import { readinessExamples } from '@/lib/openapi/examples/readiness'
import { reportsExamples } from '@/lib/openapi/examples/reports'
import { schedulesExamples } from '@/lib/openapi/examples/schedules'
import { serviceExamples } from '@/lib/openapi/examples/service'
import { stationsExamples } from '@/lib/openapi/examples/stations'
import { vehiclesExamples } from '@/lib/openapi/examples/vehicles'

/** An answer of each call, by its id and status; a test holds them to the schemas. */
const EXAMPLES: Examples = {
  ...vehiclesExamples,
  ...schedulesExamples,
  ...importsExamples,
  ...locationsExamples,
  ...readinessExamples,
  ...reportsExamples,
  ...stationsExamples,
  ...accessExamples,
  ...serviceExamples,
}

/** The example of an answer. undefined where the answer has no body. */
export function answerExample(operationId: string, status: number): unknown {
  return EXAMPLES[operationId]?.[status]
}
