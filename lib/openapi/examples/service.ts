import type { Examples } from '@/lib/openapi/examples/example'

/** Answers of the calls on the service itself, by id and status. */
export const serviceExamples: Examples = {
  getLive: { 200: { status: 'ok' } },
  getReady: { 200: { status: 'ok', overduePlans: [] } },
  getMetrics: { 200: '# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total 12.4\n' },
  getOpenApi: { 200: { openapi: '3.1.1', info: { title: 'Readyline API', version: '1.0.0' } } },
}
