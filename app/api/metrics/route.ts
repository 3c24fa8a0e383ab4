import { operations } from '@/lib/contract/operations'
import { route } from '@/lib/http/route'
import { depotMetrics } from '@/lib/metrics/depot-metrics'
import { processMetrics } from '@/lib/metrics/registry'

export const GET = route(operations.getMetrics, async ({ context }) => {
  const text = (await Promise.all([depotMetrics(context), processMetrics()])).join('\n')
  const headers = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(text, { headers })
})
