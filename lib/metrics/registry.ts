import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { perProcess } from '@/lib/per-process'

type Metrics = { registry: Registry; requests: Histogram<'operation' | 'method' | 'status'> }

const metrics = () => perProcess('metrics', create)

function create(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'readyline_http_request_duration_seconds',
    help: 'How long API calls took, by operation and status.',
    labelNames: ['operation', 'method', 'status'] as const,
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  return { registry, requests }
}

/** Counts an answered call. `operation` is its declared id, never a path: paths have no end. */
export function observeRequest(call: { operation: string; method: string; status: number; seconds: number }): void {
  const { operation, method, status, seconds } = call
  metrics().requests.observe({ operation, method, status: String(status) }, seconds)
}

/** The one registry of this process. */
export function processRegistry(): Registry {
  return metrics().registry
}

/** The metrics of this process as Prometheus text. */
export function processMetrics(): Promise<string> {
  return metrics().registry.metrics()
}
