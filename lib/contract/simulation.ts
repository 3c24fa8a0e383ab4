import { z } from 'zod'
import { Timestamp } from '@/lib/contract/primitives'

/** The simulated chargers of a location. */
export const Simulation = z
  .object({
    state: z
      .enum(['none', 'running', 'stopped'])
      .describe('`none`: the chargers of this location are not simulated; else whether the simulation goes on now.'),
    since: Timestamp.optional().meta({ description: 'When it was started, where it goes on.' }),
  })
  .meta({ id: 'Simulation' })
export type Simulation = z.output<typeof Simulation>

export const SimulationInput = z
  .object({ running: z.boolean().describe('Whether the simulated chargers are to be connected.') })
  .meta({ id: 'SimulationInput' })
export type SimulationInput = z.output<typeof SimulationInput>
