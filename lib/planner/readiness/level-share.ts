import type { Stay } from '@/lib/planner/model/stay'

/** What a demand asks inside a level, and what it needed before. */
export interface LevelShare {
  v: number
  stay: Stay
  kwh: number
  beforeKwh: number
}
