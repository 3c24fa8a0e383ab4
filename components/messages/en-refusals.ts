import { prefixed } from '@/components/messages/prefixed'
import { REFUSALS } from '@/lib/contract/refusal-sentences'

/** What the server refuses, in its own words. */
export const enRefusals = prefixed('refusal', REFUSALS)
