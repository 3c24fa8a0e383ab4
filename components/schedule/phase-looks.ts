import type { Phase } from '@/components/schedule/schedule-series'

/** Each phase's colour, in charts and beside its word. */
export const PHASE_COLORS: Record<Phase, string> = {
  minimum: 'var(--chart-minimum)',
  bulk: 'var(--chart-ev)',
  saturation: 'var(--chart-saturation)',
  preconditioning: 'var(--chart-preconditioning)',
  idle: 'var(--chart-base)',
}
